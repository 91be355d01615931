using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Calls;

/// <summary>A line of the cart as plugins and overrides are told (docs/contract/plugins.md#cart-line).</summary>
internal sealed record CartLine(
    long Id,
    string Title,
    string ProductTitle,
    string VariantTitle,
    string Image,
    [property: JsonConverter(typeof(PhpObject))] ImmutableDictionary<string, JsonElement> Properties,
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
    JsonElement PlatformVariantId,
    JsonElement PlatformProductId,
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

/// <summary>
/// The platform's view of a line, with every key that plugins know; what only a platform knows is left empty. Its price is in
/// major units, unlike everything else.
/// </summary>
internal sealed record PlatformVariant(
    JsonElement Id,
    string Barcode,
    decimal? CompareAtPrice,
    string FulfillmentService,
    long Grams,
    string? InventoryManagement,
    string InventoryPolicy,
    string Option1,
    string? Option2,
    string? Option3,
    int Position,
    decimal Price,
    JsonElement ProductId,
    int RequiresShipping,
    string Sku,
    int Taxable,
    string Title,
    long InventoryQuantity,
    long OldInventoryQuantity,
    long? ImageId,
    string? CreatedAt,
    string? UpdatedAt,
    long InventoryItemId,
    PlatformProduct Product
)
{
    public static PlatformVariant Of(LineItem line, Order order, Shop shop, long onHand)
    {
        var major = (decimal)Currency.Of(order.Currency.Code).MinorUnits;
        return new(
            CartLine.Number(line.PlatformId ?? line.VariantId),
            line.Barcode,
            line.CompareAtPrice / major,
            FulfillmentService: "manual",
            line.Weight,
            line.TracksInventory ? "checkout" : null,
            InventoryPolicy: line.TracksInventory ? "deny" : "continue",
            Option1: line.Title,
            Option2: null,
            Option3: null,
            Position: 1,
            line.Price / major,
            CartLine.Number(line.ProductId),
            line.RequiresShipping ? 1 : 0,
            line.Sku,
            line.Taxable ? 1 : 0,
            line.Title,
            InventoryQuantity: onHand,
            OldInventoryQuantity: onHand,
            ImageId: null,
            CreatedAt: null,
            UpdatedAt: null,
            InventoryItemId: 0,
            PlatformProduct.Of(line, shop)
        );
    }
}

internal sealed record PlatformProduct(
    JsonElement Id,
    string MyshopifyDomain,
    string Handle,
    string ProductType,
    string PublishedScope,
    string? TemplateSuffix,
    string Title,
    string Vendor,
    string Tags,
    long? FeaturedImageId,
    string? CreatedAt,
    string? UpdatedAt
)
{
    public static PlatformProduct Of(LineItem line, Shop shop) =>
        new(
            CartLine.Number(line.ProductId),
            MyshopifyDomain: shop.Domain,
            Handle: "",
            ProductType: "",
            PublishedScope: "web",
            TemplateSuffix: null,
            line.ProductTitle,
            line.Vendor,
            line.Tags,
            FeaturedImageId: null,
            CreatedAt: null,
            UpdatedAt: null
        );
}

/// <summary>Writes an empty object as PHP does: <c>[]</c>.</summary>
internal sealed class PhpObject : JsonConverter<ImmutableDictionary<string, JsonElement>>
{
    public override ImmutableDictionary<string, JsonElement> Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => throw new NotSupportedException("Only written.");

    public override void Write(Utf8JsonWriter writer, ImmutableDictionary<string, JsonElement> value, JsonSerializerOptions options)
    {
        if (value.IsEmpty)
        {
            writer.WriteStartArray();
            writer.WriteEndArray();
            return;
        }

        writer.WriteStartObject();
        foreach (var (name, element) in value.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            writer.WritePropertyName(name);
            element.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
