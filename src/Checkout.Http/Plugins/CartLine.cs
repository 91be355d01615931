using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Http.Frame.Json;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Http.Plugins;

/// <summary>A line of the cart as plugins and overrides are told (docs/contract/plugins.md#cart-line).</summary>
/// <param name="Id">A number made of the line's own id.</param>
/// <param name="Price">Minor units for one unit.</param>
/// <param name="TotalPrice">Minor units.</param>
/// <param name="Visible">0 or 1, as the other flags here.</param>
/// <param name="LineItemId">Its place in the cart.</param>
/// <param name="LineItemKey">By which actions name the line.</param>
/// <param name="Weight">Grams of one unit.</param>
internal sealed record CartLine(
    long Id,
    string Title,
    string ProductTitle,
    string VariantTitle,
    string Image,
    [property: JsonConverter(typeof(SortedPhpObject))] ImmutableDictionary<string, JsonElement> Properties,
    string Description,
    int Quantity,
    long Price,
    long TotalPrice,
    int Visible,
    int AvailableQuantity,
    int UpdatedQuantity,
    int LineItemId,
    string LineItemKey,
    string? InventoryPolicy,
    PlatformVariant PlatformVariant,
    int IncludesTax,
    long Weight,
    string Note,
    [property: NumberOrText] JsonElement PlatformVariantId,
    [property: NumberOrText] JsonElement PlatformProductId,
    string Sku
)
{
    /// <summary>Where nobody looked at the stock.</summary>
    public static readonly ImmutableDictionary<string, long> Uncounted = ImmutableDictionary<string, long>.Empty;

    /// <param name="onHand">Units by sku, of lines that are counted.</param>
    public static ImmutableArray<CartLine> Of(Order order, Shop shop, ImmutableDictionary<string, long> onHand) =>
        [
            .. order.LineItems.Select(
                (line, index) => Of(line, index, order, shop, line.TracksInventory ? onHand.GetValueOrDefault(line.Sku) : 0)
            ),
        ];

    private static CartLine Of(LineItem line, int index, Order order, Shop shop, long onHand) =>
        new(
            Id: LineNumber(line),
            Title: line.Title.Length == 0 || line.Title == line.ProductTitle ? line.ProductTitle : $"{line.ProductTitle} - {line.Title}",
            line.ProductTitle,
            VariantTitle: line.Title,
            Image: line.ImageUrl,
            line.Properties,
            line.Description,
            line.Quantity,
            line.Price,
            line.TotalPrice,
            Visible: line.Visible ? 1 : 0,
            AvailableQuantity: 0,
            UpdatedQuantity: 0,
            LineItemId: index,
            LineItemKey: line.Key,
            InventoryPolicy: null,
            PlatformVariant.Of(line, order, shop, onHand),
            IncludesTax: shop.Checkout.TaxIncluded ? 1 : 0,
            line.Weight,
            Note: "",
            PlatformVariantId: Number(line.PlatformId ?? line.VariantId),
            PlatformProductId: Number(line.ProductId),
            line.Sku
        );

    /// <summary>
    /// Lines have a number on the public pages: one that follows from the line's own id, of no more than JavaScript's
    /// 53 bits.
    /// </summary>
    internal static long LineNumber(LineItem line) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(line.Id))) & ((1L << 53) - 1);

    /// <summary>Ids are numbers where they can be, as on the pages, and text where not.</summary>
    internal static JsonElement Number(string id) =>
        JsonDocument
            .Parse(
                long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number.ToString(CultureInfo.InvariantCulture) == id
                    ? id
                    : $"\"{JsonEncodedText.Encode(id)}\""
            )
            .RootElement;
}
