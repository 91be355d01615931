using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.Frame;
using Checkout.Stores;

namespace Checkout.Http.Backend.Inventory;

/// <summary>
/// Variants by their platform ids with what is on hand of them (docs/contract/backend.md#variants); those that the shop does
/// not have are left out. One storage transaction for each counted variant, as stock is never cached.
/// </summary>
public sealed class ListVariantsEndpoint(ICatalog catalog, IStock stock) : ISlice
{
    public const string Filter = "filter";
    private const string Start = "in(platform_id:";
    private const int Most = 100;

    public async Task<Reply> Handle(Call call)
    {
        var ids = Ids(call.Parameter(Filter));
        if (!ids.Succeeded)
            return ids.Problems;
        var variants = await Task.WhenAll(ids.Value.Select(id => Find(call.ShopIdentifier, id, call.Cancellation)));
        return Reply.Of(variants.OfType<VariantState>().ToImmutableArray());
    }

    private static Result<ImmutableArray<string>> Ids(string? filter)
    {
        if (filter is null || !filter.StartsWith(Start, StringComparison.Ordinal) || !filter.EndsWith(')'))
            return Problem.Invalid(Filter, "filter must be in(platform_id:…), with the ids between commas.", "not_allowed");
        var ids = filter[Start.Length..^1]
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal)
            .ToImmutableArray();
        return ids.Length <= Most ? ids : Problem.Invalid(Filter, $"filter names more than {Most} variants.", "too_many");
    }

    private async Task<VariantState?> Find(string shop, string platformId, CancellationToken cancellation) =>
        await catalog.FindByPlatformId(shop, platformId, cancellation) is { } product
            ? new VariantState(platformId, product.Sku, product.Title)
            {
                InventoryQuantity = product.TrackInventory ? await stock.OnHand(shop, product.Sku, cancellation) : null,
            }
            : null;
}

public sealed record VariantState(string PlatformId, string Sku, string Title)
{
    /// <summary>Left out when the variant is not counted: a page takes null for none on hand.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? InventoryQuantity { get; init; }
}
