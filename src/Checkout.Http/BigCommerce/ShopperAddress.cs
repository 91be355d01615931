using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Addresses;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Orders;

namespace Checkout.Http.BigCommerce;

/// <summary>
/// An address as this API has it, in and out (docs/contract/bigcommerce.md#address). <c>city</c> and
/// <c>company</c> are of today's API: without them an address from the Storefront API would lose them here.
/// </summary>
public sealed record ShopperAddress
{
    private const int MostFields = 50;
    private const int LongestField = 1000;

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Id { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Phone { get; init; }
    public string? Email { get; init; }

    /// <summary>By name or ISO 3166-2 code.</summary>
    public string? Region { get; init; }

    /// <summary>By name or ISO 3166-1 code.</summary>
    public string? Country { get; init; }

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? PostalCode { get; init; }
    public string? Street1 { get; init; }
    public string? Street2 { get; init; }
    public string? City { get; init; }
    public string? Company { get; init; }
    public ImmutableArray<CustomField>? CustomFields { get; init; }

    public static Result<Address> Check(ShopperAddress body) =>
        CheckTexts(body).Then(address => new Fields().Required("country", body.Country).Then(() => address));

    /// <summary>All but that there is a country.</summary>
    internal static Result<Address> CheckTexts(ShopperAddress body) =>
        new Fields()
            .Text("id", body.Id)
            .Text("firstName", body.FirstName)
            .Text("lastName", body.LastName)
            .Text("phone", body.Phone)
            .Email("email", body.Email)
            .Text("region", body.Region)
            .Text("country", body.Country)
            .Text("postalCode", body.PostalCode)
            .Text("street1", body.Street1)
            .Text("street2", body.Street2)
            .Text("city", body.City)
            .Text("company", body.Company)
            .Check(body.CustomFields is not { Length: > MostFields }, "customFields", "customFields has too many entries.", "too_many")
            .Check(
                body.CustomFields?.All(f => f?.IsFine(LongestField) is true) is not false,
                "customFields",
                "customFields needs fieldId, and fieldValue as a text, a number or a list of texts.",
                "malformed"
            )
            .Then(body.ToAddress);

    /// <param name="email">Of the customer, for an address that has none of its own.</param>
    public static ShopperAddress Of(Address address, string? email) =>
        new()
        {
            Id = address.Id is { Length: > 0 } id ? id : "1",
            FirstName = address.FirstName,
            LastName = address.LastName,
            Phone = PhoneNumberRule.ToE164(address.PhoneNumber, address.CountryCode),
            Email = address.Email.Length > 0 ? address.Email : email,
            Region = address.Province,
            Country = address.Country,
            PostalCode = address.PostalCode,
            Street1 = address.AddressLine1,
            Street2 = address.AddressLine2,
            City = address.City,
            Company = address.BusinessName,
            CustomFields = [.. address.CustomFields.Select(f => new CustomField(f.Id, f.Value))],
        };

    public static ShopperAddress? OfBilling(Order order) =>
        order.BillingAddress is { } address ? Of(address, order.Customer?.EmailAddress) : null;

    private Address ToAddress()
    {
        var country = Text(Country);
        var isCode = country.Length == 2;
        return new Address
        {
            Id = string.IsNullOrWhiteSpace(Id) ? null : Id.Trim(),
            FirstName = Text(FirstName),
            LastName = Text(LastName),
            PhoneNumber = Text(Phone),
            Email = Text(Email),
            Province = Text(Region),
            Country = isCode ? "" : country,
            CountryCode = isCode ? country.ToUpperInvariant() : "",
            PostalCode = Text(PostalCode),
            AddressLine1 = Text(Street1),
            AddressLine2 = Text(Street2),
            City = Text(City),
            BusinessName = Text(Company),
            CustomFields = [.. (CustomFields ?? []).Select(f => new AddressField(f.FieldId!, f.FieldValue!.Value))],
        };
    }

    private static string Text(string? value) => value?.Trim() ?? "";
}

/// <param name="FieldValue">A text, a number, or a list of texts.</param>
public sealed record CustomField([property: JsonConverter(typeof(TextOrNumberConverter))] string? FieldId, JsonElement? FieldValue)
{
    internal bool IsFine(int longest) =>
        FieldId is { Length: > 0 }
        && FieldId.Length <= longest
        && FieldValue is { } value
        && (
            IsText(value, longest)
            || value.ValueKind is JsonValueKind.Number
            || (
                value.ValueKind is JsonValueKind.Array
                && value.GetArrayLength() <= 100
                && value.EnumerateArray().All(v => IsText(v, longest))
            )
        );

    private static bool IsText(JsonElement value, int longest) =>
        value.ValueKind is JsonValueKind.String && value.GetString()!.Length <= longest;
}
