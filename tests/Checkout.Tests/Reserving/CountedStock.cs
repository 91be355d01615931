using Checkout.Stores;

namespace Checkout.Tests.Reserving;

/// <summary>Units by sku; a move that was made is not made again.</summary>
internal sealed class CountedStock : Dictionary<string, long>, IStock
{
    private readonly HashSet<string> moves = new(StringComparer.Ordinal);
    private readonly HashSet<string> closed = new(StringComparer.Ordinal);

    public Task<long?> OnHand(string shop, string sku, CancellationToken cancellation) =>
        Task.FromResult(TryGetValue(sku, out var left) ? left : (long?)null);

    public Task<bool> Move(string shop, string sku, string moveId, long quantity, CancellationToken cancellation)
    {
        var move = $"{sku} {moveId}";
        if (moves.Contains(move))
            return Task.FromResult(true);
        if (this[sku] < quantity)
            return Task.FromResult(false);
        this[sku] -= quantity;
        moves.Add(move);
        return Task.FromResult(true);
    }

    public Task Close(string shop, string sku, string moveId, long quantity, CancellationToken cancellation)
    {
        if (moves.Add($"{sku} {moveId}"))
            closed.Add($"{sku} {moveId}");
        else if (!closed.Contains($"{sku} {moveId}"))
            return Move(shop, sku, $"{moveId}-back", -quantity, cancellation);
        return Task.CompletedTask;
    }
}
