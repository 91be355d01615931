using System.Collections.Immutable;
using System.Text.Json;

namespace Checkout.Orders;

/// <summary>
/// What a client asks to be put into the cart: by platform id, by sku, or a generic item that brings its own title and
/// price (docs/contract/shapes.md#cart-items).
/// </summary>
public sealed record CartItem
{
    public string? PlatformId { get; init; }
    public string? Sku { get; init; }
    public int Quantity { get; init; }

    /// <summary>The merchant's key for the line; made up when missing.</summary>
    public string? LineItemKey { get; init; }
    public ImmutableDictionary<string, JsonElement> Properties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Minor units added to the catalog's price.</summary>
    public long PriceAdjustment { get; init; }

    /// <summary>Set when the item brings its own data instead of naming a product.</summary>
    public GenericItem? Generic { get; init; }
}
