using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Addresses;
using Checkout.Orders;
using Checkout.Plugins.Actions;
using Checkout.Plugins.Calls;
using Checkout.Shops;

namespace Checkout.Plugins.Overrides;

/// <summary>What an override is asked (docs/contract/overrides.md).</summary>
internal static class OverrideRequests
{
    public static byte[] AddressValidate(Address address) =>
        JsonSerializer.SerializeToUtf8Bytes(PluginAddress.Of(address), OverrideJson.Default.PluginAddress);

    /// <param name="finalize">True when the order is being processed and the use of the code counts.</param>
    public static byte[] Discount(Order order, Shop shop, ImmutableDictionary<string, long> onHand, string code, bool finalize) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new DiscountRequest(
                code.Trim(),
                shop.Domain,
                shop.Platform,
                order.Customer?.EmailAddress ?? "",
                order.OrderId,
                finalize,
                order.ShippingAddress?.CountryCode ?? "",
                [.. order.LineItems.Select(line => CartLine.Number(line.PlatformId ?? line.VariantId))],
                CartLine.Of(order, shop, onHand)
            ),
            OverrideJson.Default.DiscountRequest
        );

    /// <param name="stage">initial or final.</param>
    public static byte[] Inventory(Order order, string stage) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new InventoryRequest(
                stage,
                [
                    .. order.LineItems.Select(line => new InventoryItem(
                        line.Sku,
                        line.Quantity,
                        CartLine.LineNumber(line),
                        line.PlatformId ?? line.VariantId,
                        line.Properties
                    )),
                ],
                order.PublicOrderId,
                order.ShippingAddress is { } address ? OverrideAddress.Of(address) : null,
                order.MetaData.NoteAttributes,
                order.MetaData.CartParameters
            ),
            OverrideJson.Default.InventoryRequest
        );

    public static byte[] Shipping(Order order, Shop shop, ImmutableDictionary<string, long> onHand, Address destination) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new ShippingRequest(
                CartLine.Of(order, shop, onHand),
                OverrideAddress.Of(shop.Address),
                OverrideAddress.Of(destination) with
                {
                    FirstName = null,
                    LastName = null,
                    Company = null,
                    Phone = null,
                },
                order.MetaData.NoteAttributes,
                order.MetaData.CartParameters
            ),
            OverrideJson.Default.ShippingRequest
        );

    public static byte[] Tax(Order order, Shop shop, ImmutableDictionary<string, long> onHand, Address destination) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new TaxRequest(
                [new StoreAddress(shop.Address.ProvinceCode, shop.Address.CountryCode, shop.Address.PostalCode)],
                new TaxAddress(
                    destination.AddressLine1,
                    destination.City,
                    destination.ProvinceCode,
                    destination.CountryCode,
                    destination.PostalCode
                ),
                1,
                1,
                OverrideAddress.Of(shop.Address) with
                {
                    Address = shop.Address.Line1,
                },
                new TaxShippingLines(
                    order.Shipping.Selected is { } selected ? Wire(selected) : null,
                    [.. order.Shipping.Available.Select(Wire)]
                ),
                CartLine.Of(order, shop, onHand),
                order.MetaData.NoteAttributes,
                order.MetaData.CartParameters
            ),
            OverrideJson.Default.TaxRequest
        );

    private static WireShippingLine Wire(ShippingLine line) => new(line.Id, line.Description, line.Amount, line.Code);
}

internal sealed record DiscountRequest(
    string Discount,
    string PlatformId,
    string Platform,
    string EmailAddress,
    long OrderId,
    bool Finalize,
    string ShippingCountryCode,
    ImmutableArray<JsonElement> VariantsInCart,
    ImmutableArray<CartLine> LineItems
);

internal sealed record InventoryRequest(
    string Type,
    ImmutableArray<InventoryItem> Items,
    string OrderId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] OverrideAddress? ShippingAddress,
    [property: JsonConverter(typeof(PhpObject))] ImmutableDictionary<string, JsonElement> NoteAttributes,
    [property: JsonConverter(typeof(PhpObject))] ImmutableDictionary<string, JsonElement> CartParams
);

internal sealed record InventoryItem(
    string Sku,
    int Quantity,
    long Id,
    string VariantId,
    [property: JsonConverter(typeof(PhpObject))] ImmutableDictionary<string, JsonElement> LineItemProperties
);

internal sealed record ShippingRequest(
    ImmutableArray<CartLine> Cart,
    OverrideAddress SourceAddress,
    OverrideAddress DestinationAddress,
    [property: JsonConverter(typeof(PhpObject))] ImmutableDictionary<string, JsonElement> NoteAttributes,
    [property: JsonConverter(typeof(PhpObject))] ImmutableDictionary<string, JsonElement> CartParams
);

internal sealed record TaxRequest(
    ImmutableArray<StoreAddress> StoreAddresses,
    TaxAddress ShippingAddress,
    int SubTotal,
    int ShippingTotal,
    OverrideAddress WarehouseAddress,
    TaxShippingLines ShippingLines,
    ImmutableArray<CartLine> Cart,
    [property: JsonConverter(typeof(PhpObject))] ImmutableDictionary<string, JsonElement> NoteAttributes,
    [property: JsonConverter(typeof(PhpObject))] ImmutableDictionary<string, JsonElement> CartParams
);

internal sealed record StoreAddress(string Province, string Country, string PostalCode);

internal sealed record TaxAddress(string Address, string City, string Province, string Country, string PostalCode);

internal sealed record TaxShippingLines(WireShippingLine? SelectedShippingLine, ImmutableArray<WireShippingLine> AvailableShippingLines);

/// <summary>An address with numbered lines; names and phone only where the question needs them and there are any.</summary>
internal sealed record OverrideAddress(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? FirstName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? LastName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Company,
    [property: JsonPropertyName("address1")] string Address1,
    [property: JsonPropertyName("address2")] string Address2,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Phone,
    string City,
    string Province,
    string ProvinceCode,
    string Country,
    string CountryCode,
    string PostalCode
)
{
    /// <summary>The first line once more, where a question names it so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Address { get; init; }

    public static OverrideAddress Of(Address a) =>
        new(
            Some(a.FirstName),
            Some(a.LastName),
            Some(a.BusinessName),
            a.AddressLine1,
            a.AddressLine2,
            Some(a.PhoneNumber),
            a.City,
            a.Province,
            a.ProvinceCode,
            a.Country,
            a.CountryCode,
            a.PostalCode
        );

    public static OverrideAddress Of(ShopAddress a) =>
        new(null, null, null, a.Line1, a.Line2, null, a.City, a.Province, a.ProvinceCode, a.Country, a.CountryCode, a.PostalCode);

    private static string? Some(string text) => text.Length > 0 ? text : null;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PluginAddress))]
[JsonSerializable(typeof(DiscountRequest))]
[JsonSerializable(typeof(InventoryRequest))]
[JsonSerializable(typeof(ShippingRequest))]
[JsonSerializable(typeof(TaxRequest))]
internal sealed partial class OverrideJson : JsonSerializerContext;
