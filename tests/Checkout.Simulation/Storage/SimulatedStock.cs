using Checkout.Catalog;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.Simulation.Storage;

internal sealed class SimulatedCatalog(Tables tables) : ICatalog
{
    public Task<Product?> FindBySku(string shop, string sku, CancellationToken cancellation) =>
        Task.FromResult(tables.Products.GetValueOrDefault(sku));

    public Task<Product?> FindByPlatformId(string shop, string platformId, CancellationToken cancellation) =>
        Task.FromResult(tables.Products.Values.FirstOrDefault(p => p.PlatformId == platformId));

    public Task Save(string shop, Product product, CancellationToken cancellation) => throw new NotSupportedException();
}

internal sealed class SimulatedStock(Tables tables, Outside outside, Sabotage sabotage) : IStock
{
    public Task<long?> OnHand(string shop, string sku, CancellationToken cancellation) =>
        outside.Store(() => tables.Stock.TryGetValue(sku, out var units) ? units : (long?)null);

    public Task<bool> Move(string shop, string sku, string moveId, long quantity, CancellationToken cancellation) =>
        outside.Store(() =>
        {
            if (tables.StockMoves.Contains($"{sku}|{moveId}") && sabotage is not Sabotage.StockForgetsMoves)
                return true;
            if (tables.Stock[sku] < quantity)
                return false;
            tables.Stock[sku] -= quantity;
            tables.StockMoves.Add($"{sku}|{moveId}");
            return true;
        });

    public async Task Close(string shop, string sku, string moveId, long quantity, CancellationToken cancellation)
    {
        var wasMade = await outside.Store(() =>
        {
            var move = $"{sku}|{moveId}";
            if (tables.StockMoves.Contains(move))
                return !tables.ClosedMoves.Contains(move);
            tables.StockMoves.Add(move);
            tables.ClosedMoves.Add(move);
            return false;
        });
        if (wasMade)
            await Move(shop, sku, $"{moveId}-back", -quantity, cancellation);
    }
}

internal sealed class SimulatedDiscountUses(Tables tables, Outside outside) : IDiscountUses
{
    public Task<long> Count(string shop, string code, string? emailHash, CancellationToken cancellation) =>
        outside.Store(() => (long)tables.DiscountUses.Count(use => use.StartsWith($"{code}|", StringComparison.Ordinal)));

    public Task<bool> Use(
        string shop,
        string code,
        string publicOrderId,
        string emailHash,
        int? limit,
        int? limitPerCustomer,
        CancellationToken cancellation
    ) =>
        outside.Store(() =>
        {
            var use = $"{code}|{publicOrderId}";
            if (tables.DiscountUses.Contains(use))
                return true;
            return !(tables.DiscountUses.Count(u => u.StartsWith($"{code}|", StringComparison.Ordinal)) >= limit)
                && tables.DiscountUses.Add(use);
        });

    public Task Release(string shop, string code, string publicOrderId, string emailHash, CancellationToken cancellation) =>
        outside.Store(() => tables.DiscountUses.Remove($"{code}|{publicOrderId}"));
}

internal sealed class SimulatedGiftCards(Tables tables, Outside outside, Sabotage sabotage) : IGiftCards
{
    public Task<GiftCard?> Find(string shop, string code, CancellationToken cancellation) =>
        outside.Store(() => tables.GiftCards.GetValueOrDefault(GiftCardCode.HashOf(code)));

    public Task<bool> Move(string shop, string code, string moveId, long amount, CancellationToken cancellation) =>
        outside.Store(() =>
        {
            if (tables.GiftCardMoves.ContainsKey(moveId) && sabotage is not Sabotage.GiftCardsForgetMoves)
                return true;
            if (!tables.GiftCards.TryGetValue(GiftCardCode.HashOf(code), out var card) || (amount > 0 && card.Balance < amount))
                return false;
            tables.GiftCards[GiftCardCode.HashOf(code)] = card with { Balance = card.Balance - amount };
            tables.GiftCardMoves[moveId] = amount;
            return true;
        });

    public Task<long?> Moved(string shop, string code, string moveId, CancellationToken cancellation) =>
        outside.Store(() => tables.GiftCardMoves.TryGetValue(moveId, out var amount) ? amount : (long?)null);

    public Task Issue(string shop, GiftCard card, CancellationToken cancellation) =>
        outside.Store(() => tables.GiftCards[GiftCardCode.HashOf(card.Code)] = card);
}
