using Checkout.Catalog;
using Checkout.Http.Frame;
using Checkout.Stores;

namespace Checkout.Http.Administration.Products;

/// <summary>
/// Sets or adjusts the stock of a product (docs/contract/administration.md#stock): one read and one group write, and one more
/// when it is low afterwards.
/// </summary>
public sealed class ChangeStockEndpoint(ICatalog catalog, IStockLedger stock, IIdSource ids) : ISlice
{
    private const int Most = 1_000_000_000;

    public async Task<Reply> Handle(Call call)
    {
        var read = await call.Read<ChangeStockRequest>();
        if (!read.Succeeded)
            return read.Problems;
        var fields = Check(read.Value);
        if (!fields.AreFine)
            return fields.Problems;
        var (shop, sku) = (call.Route(RouteNames.Shop), call.Route(AdministrationRoutes.Id));
        if (await catalog.FindBySku(shop, sku, call.Cancellation) is not { } product)
            return Problem.NotFound("There is no such product.");
        if (!product.TrackInventory)
            return Problem.Invalid(
                "track_inventory",
                "The stock of the product is not counted. Send track_inventory: true with PUT products first.",
                "not_allowed"
            );
        var changed = await stock.Change(shop, sku, ChangeOf(read.Value), call.Cancellation);
        return Reply.Of(
            changed,
            made => new ChangedStockData(StockState.Of(product, made.Level), read.Value is { Set: null, Adjust: null } ? null : made.Was)
        );
    }

    private static Fields Check(ChangeStockRequest request)
    {
        var fields = new Fields()
            .Range("set", request.Set, 0, Most)
            .Range("adjust", request.Adjust, -Most, Most)
            .Range("seen", request.Seen, 0, Most)
            .Range("low_stock_at", request.LowStockAt, -1, Most)
            .Text("reason", request.Reason)
            .Text("idempotent_key", request.IdempotentKey)
            .Check(request.Set is null || request.Adjust is null, "adjust", "Send set or adjust, not both.", "not_allowed")
            .Check(request.Seen is null || request.Set is not null, "seen", "seen goes with set.", "not_allowed")
            .Check(request.Adjust is not 0, "adjust", "adjust must not be 0.", "out_of_range")
            .Check(
                request.Set is not null || request.Adjust is not null || request.LowStockAt is not null,
                "set",
                "Send set, adjust or low_stock_at.",
                "required"
            );
        return request.Set is null && request.Adjust is null ? fields : fields.Required("reason", request.Reason);
    }

    private StockChange ChangeOf(ChangeStockRequest request) =>
        new(request.IdempotentKey is { Length: > 0 } key ? $"key-{key}" : $"hand-{ids.Ulid()}")
        {
            SetTo = request.Set,
            Seen = request.Seen,
            AdjustBy = request.Adjust,
            Reason = request.Reason,
            LowStockAt = request.LowStockAt,
        };
}

/// <param name="Set">Units on hand from now on.</param>
/// <param name="Adjust">Units to add; below zero takes them out.</param>
/// <param name="Seen">What was on hand when the shelves were counted: what was sold since is subtracted from set.</param>
/// <param name="Reason">Why; required with set and adjust.</param>
/// <param name="LowStockAt">At this many units and fewer the product is listed as low; -1 never.</param>
/// <param name="IdempotentKey">The same again is the same change, made once.</param>
public sealed record ChangeStockRequest(int? Set, int? Adjust, int? Seen, string? Reason, int? LowStockAt, string? IdempotentKey);

/// <param name="Was">Units on hand right before; null when no units moved.</param>
public sealed record ChangedStockData(StockState Stock, long? Was);
