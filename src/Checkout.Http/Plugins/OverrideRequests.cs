using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Addresses;
using Checkout.Http.Frame.Json;
using Checkout.Plugins.Actions;
using Checkout.Plugins.Overrides;
using Checkout.Shops;

namespace Checkout.Http.Plugins;

/// <param name="Discount">The code.</param>
/// <param name="PlatformId">The shop's domain.</param>
/// <param name="Finalize">The order is being placed, and the use of the code counts.</param>
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

/// <param name="Type">final when the order is being placed.</param>
/// <param name="OrderId">The public order id.</param>
internal sealed record InventoryRequest(
    [property: WordsOf(typeof(InventoryAnswer))] string Type,
    ImmutableArray<InventoryItem> Items,
    string OrderId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] OverrideAddress? ShippingAddress,
    [property: JsonConverter(typeof(SortedPhpObject))] ImmutableDictionary<string, JsonElement> NoteAttributes,
    [property: JsonConverter(typeof(SortedPhpObject))] ImmutableDictionary<string, JsonElement> CartParams
);

internal sealed record InventoryItem(
    string Sku,
    int Quantity,
    long Id,
    string VariantId,
    [property: JsonConverter(typeof(SortedPhpObject))] ImmutableDictionary<string, JsonElement> LineItemProperties
);

/// <param name="SourceAddress">The shop's.</param>
/// <param name="DestinationAddress">Without names and phone.</param>
internal sealed record ShippingRequest(
    ImmutableArray<CartLine> Cart,
    OverrideAddress SourceAddress,
    OverrideAddress DestinationAddress,
    [property: JsonConverter(typeof(SortedPhpObject))] ImmutableDictionary<string, JsonElement> NoteAttributes,
    [property: JsonConverter(typeof(SortedPhpObject))] ImmutableDictionary<string, JsonElement> CartParams
);

/// <param name="SubTotal">Always 1.</param>
/// <param name="ShippingTotal">Always 1.</param>
/// <param name="WarehouseAddress">The shop's.</param>
internal sealed record TaxRequest(
    ImmutableArray<StoreAddress> StoreAddresses,
    TaxAddress ShippingAddress,
    int SubTotal,
    int ShippingTotal,
    OverrideAddress WarehouseAddress,
    TaxShippingLines ShippingLines,
    ImmutableArray<CartLine> Cart,
    [property: JsonConverter(typeof(SortedPhpObject))] ImmutableDictionary<string, JsonElement> NoteAttributes,
    [property: JsonConverter(typeof(SortedPhpObject))] ImmutableDictionary<string, JsonElement> CartParams
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
