using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.Gateways.Tests.GiftCards;

/// <summary>Gift cards as the port promises them: a move happens once, a balance never falls below nothing.</summary>
internal sealed class CardBox : IGiftCards
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, GiftCard> cards = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Card, string Move), long> moves = [];

    public Task<GiftCard?> Find(string shop, string code, CancellationToken cancellation)
    {
        lock (gate)
            return Task.FromResult(cards.GetValueOrDefault($"{shop}|{code}"));
    }

    public Task<bool> Move(string shop, string code, string moveId, long amount, CancellationToken cancellation)
    {
        lock (gate)
        {
            var name = $"{shop}|{code}";
            if (moves.ContainsKey((name, moveId)))
                return Task.FromResult(true);
            if (!cards.TryGetValue(name, out var card) || card.Balance < amount)
                return Task.FromResult(false);
            cards[name] = card with { Balance = card.Balance - amount };
            moves[(name, moveId)] = amount;
            return Task.FromResult(true);
        }
    }

    public Task<long?> Moved(string shop, string code, string moveId, CancellationToken cancellation)
    {
        lock (gate)
            return Task.FromResult<long?>(moves.TryGetValue(($"{shop}|{code}", moveId), out var amount) ? amount : null);
    }

    public Task Issue(string shop, GiftCard card, CancellationToken cancellation)
    {
        lock (gate)
            cards[$"{shop}|{card.Code}"] = card;
        return Task.CompletedTask;
    }
}
