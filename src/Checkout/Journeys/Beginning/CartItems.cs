using System.Collections.Immutable;
using System.Text.Json;
using Checkout.Catalog;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.Journeys.Beginning;

/// <summary>Turns cart items into lines: looks products up and takes a snapshot of them.</summary>
public sealed class CartItems(ICatalog catalog, IIdSource ids)
{
    public const int MaxQuantity = 9_999;

    /// <summary>The catalog's price is replaced by this property, in minor units (docs/contract/shapes.md#cart-items).</summary>
    public const string CustomAmount = "custom_amount";

    /// <summary>
    /// Refused, with the item's position in the message: a quantity outside 1…9,999, a key used twice, a product that is
    /// not in the catalog, a sku and a platform id of two products, more than 500 lines.
    /// </summary>
    /// <param name="currency">The order's, into which the catalog's prices are converted.</param>
    /// <param name="list">What the client calls its list of items; null when it sent one item without a list.</param>
    public async Task<Result<ImmutableArray<LineItem>>> ToLines(
        string shop,
        OrderCurrency currency,
        IReadOnlyList<CartItem> items,
        ImmutableArray<LineItem> existing,
        CancellationToken cancellation,
        string? list = "cart_items"
    )
    {
        if (existing.Length + items.Count > OrderSize.MostLines)
            return Problem.Invalid(list ?? "line_item_key", $"An order has at most {OrderSize.MostLines} lines.");
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var lines = ImmutableArray.CreateBuilder<LineItem>(items.Count);
        var keys = existing.Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            var path = list is null ? "" : $"{list}[{i}].";
            var line = await ToLine(shop, currency, items[i], path, cancellation);
            if (!line.Succeeded)
                problems.AddRange(line.Problems);
            else if (!keys.Add(line.Value.Key))
                problems.Add(Problem.Invalid("line_item_key", $"{path}line_item_key: the key is already used on this order."));
            else
                lines.Add(line.Value);
        }

        return problems.Count > 0 ? problems.ToImmutable() : lines.ToImmutable();
    }

    private async Task<Result<LineItem>> ToLine(
        string shop,
        OrderCurrency currency,
        CartItem item,
        string path,
        CancellationToken cancellation
    )
    {
        if (item.Quantity is < 1 or > MaxQuantity)
            return Problem.Invalid("quantity", $"{path}quantity: must be from 1 to {MaxQuantity}.");
        var key = string.IsNullOrEmpty(item.LineItemKey) ? ids.Ulid() : item.LineItemKey;
        if (item.Generic is { } generic)
            return Generic(item, generic, key);

        var product =
            item.Sku is { Length: > 0 } sku ? await catalog.FindBySku(shop, sku, cancellation)
            : item.PlatformId is { Length: > 0 } platformId ? await catalog.FindByPlatformId(shop, platformId, cancellation)
            : null;
        if (product is null)
        {
            var field = item.Sku is { Length: > 0 } ? "sku" : "platform_id";
            return Problem.Invalid(field, $"{path}{field}: the shop has no such product.", "product_not_found");
        }

        if (await IsOfAnother(shop, item, product, cancellation))
            return Problem.Invalid("platform_id", $"{path}platform_id: another product than that of the sku.", "mismatch");
        return Snapshot(item, product, currency, key);
    }

    /// <summary>
    /// A sku and a platform id that name two products: nobody knows which one is meant. An id that names none says nothing.
    /// </summary>
    private async Task<bool> IsOfAnother(string shop, CartItem item, Product product, CancellationToken cancellation) =>
        item is { Sku.Length: > 0, PlatformId: { Length: > 0 } platformId }
        && product.PlatformId != platformId
        && await catalog.FindByPlatformId(shop, platformId, cancellation) is { } named
        && named.Sku != product.Sku;

    private LineItem Snapshot(CartItem item, Product product, OrderCurrency currency, string key) =>
        LineItem.Of(product, key, ids.Ulid()) with
        {
            Quantity = item.Quantity,
            Price = Math.Max(0, PriceOf(item, product, currency) + item.PriceAdjustment),
            CompareAtPrice = product.CompareAtPrice is { } compare ? currency.FromShop(compare) : null,
            Properties = item.Properties,
        };

    private static long PriceOf(CartItem item, Product product, OrderCurrency currency) =>
        product.IsGiftCard
        && item.Properties.TryGetValue(CustomAmount, out var amount)
        && amount.ValueKind is JsonValueKind.Number
        && amount.TryGetInt64(out var custom)
        && custom is > 0 and <= 100_000_000
            ? custom
            : currency.FromShop(product.Price);

    private LineItem Generic(CartItem item, GenericItem generic, string key) =>
        new()
        {
            Key = key,
            Id = ids.Ulid(),
            Sku = item.Sku ?? "",
            ProductId = generic.Id,
            VariantId = generic.Id,
            ProductTitle = generic.ProductTitle is { Length: > 0 } title ? title : generic.Title,
            Title = generic.VariantTitle is { Length: > 0 } variant ? variant : generic.Title,
            ImageUrl = generic.Image,
            Vendor = generic.Vendor,
            Quantity = item.Quantity,
            Price = generic.Price,
            Weight = generic.Weight,
            Taxable = generic.Taxable,
            RequiresShipping = generic.RequiresShipping,
            Properties = item.Properties,
        };
}
