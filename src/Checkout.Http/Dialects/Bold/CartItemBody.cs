using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Journeys.Beginning;
using Checkout.Orders;

namespace Checkout.Http.Dialects.Bold;

/// <summary>An item of a cart in any of its three variants (docs/contract/shapes.md#cart-items).</summary>
public sealed record CartItemBody
{
    private const int MostProperties = 100;

    /// <summary>Of a unit, in minor units or grams: far above any product, far below where integers end.</summary>
    private const long HighestAmount = 100_000_000_000;

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? PlatformId { get; init; }

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Sku { get; init; }

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Id { get; init; }
    public string? Title { get; init; }
    public string? ProductTitle { get; init; }
    public string? VariantTitle { get; init; }
    public string? Image { get; init; }
    public string? Vendor { get; init; }
    public long? Price { get; init; }
    public long? Weight { get; init; }
    public bool? Taxable { get; init; }
    public bool? RequiresShipping { get; init; }
    public int? Quantity { get; init; }

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? LineItemKey { get; init; }
    public ImmutableDictionary<string, JsonElement>? LineItemProperties { get; init; }
    public long? PriceAdjustment { get; init; }

    /// <summary>
    /// An item that describes itself rather than naming a product of the catalog: one with a sku does so only under an
    /// id of its own.
    /// </summary>
    private bool IsGeneric =>
        PlatformId is null && (Title is not null || Price is not null) && (Id is not null || string.IsNullOrEmpty(Sku));

    public static Fields Check(Fields fields, string path, ImmutableArray<CartItemBody>? items)
    {
        var list = items is { IsDefault: false } given ? given : [];
        fields.Check(list.Length <= OrderSize.MostLines, path, $"{path} has more than {OrderSize.MostLines} items.", "too_many");
        for (var i = 0; i < list.Length; i++)
            Check(fields, $"{path}[{i}].", list[i]);
        return fields;
    }

    public static Fields Check(Fields fields, string path, CartItemBody? item)
    {
        if (item is null)
            return fields.Required(path.TrimEnd('.'), (object?)null);
        fields
            .Text(path + "line_item_key", item.LineItemKey)
            .Required(path + "quantity", (object?)item.Quantity)
            .Range(path + "quantity", item.Quantity, 1, CartItems.MaxQuantity)
            .Text(path + "platform_id", item.PlatformId)
            .Text(path + "sku", item.Sku)
            .Range(path + "price_adjustment", item.PriceAdjustment, -HighestAmount, HighestAmount)
            .Check(
                item.LineItemProperties is not { Count: > MostProperties },
                path + "line_item_properties",
                $"{path}line_item_properties has more than {MostProperties} entries.",
                "too_many"
            );
        if (item.IsGeneric)
            CheckGeneric(fields, path, item);
        else
            fields.Check(
                item.PlatformId is { Length: > 0 } || item.Sku is { Length: > 0 },
                path + "platform_id",
                $"{path}platform_id or sku is required.",
                "required"
            );
        return fields;
    }

    public static ImmutableArray<CartItem> ToItems(ImmutableArray<CartItemBody>? items) =>
        items is { IsDefault: false } list ? [.. list.Select(item => item.ToItem())] : [];

    public CartItem ToItem() =>
        new()
        {
            LineItemKey = LineItemKey,
            Quantity = Quantity ?? 0,
            PlatformId = PlatformId,
            Sku = Sku,
            PriceAdjustment = PriceAdjustment ?? 0,
            Properties = LineItemProperties ?? ImmutableDictionary<string, JsonElement>.Empty,
            Generic = !IsGeneric
                ? null
                : new GenericItem(Id ?? "", Title ?? ProductTitle ?? "", Price ?? 0)
                {
                    ProductTitle = ProductTitle ?? "",
                    VariantTitle = VariantTitle ?? "",
                    Image = Image ?? "",
                    Vendor = Vendor ?? "",
                    Weight = Weight ?? 0,
                    Taxable = Taxable is not false,
                    RequiresShipping = RequiresShipping is not false,
                },
        };

    private static void CheckGeneric(Fields fields, string path, CartItemBody item) =>
        fields
            .Required(path + "id", item.Id)
            .Required(path + "title", item.Title ?? item.ProductTitle)
            .Required(path + "price", item.Price)
            .Range(path + "price", item.Price, 0, HighestAmount)
            .Range(path + "weight", item.Weight, 0, HighestAmount)
            .Text(path + "product_title", item.ProductTitle)
            .Text(path + "variant_title", item.VariantTitle)
            .Text(path + "image", item.Image, 2048)
            .Text(path + "vendor", item.Vendor);
}
