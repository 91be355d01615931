using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Orders;

namespace Checkout.Http.Dialects.Bold;

/// <summary>A customer as back offices send it (docs/contract/shapes.md#customer).</summary>
public sealed record CustomerBody
{
    private const int MostAddresses = 100;

    /// <summary>Set only by a body that has the key, so that null is told from nothing said.</summary>
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? PlatformId
    {
        get;
        set
        {
            field = value;
            SaysPlatformId = true;
        }
    }

    [JsonIgnore]
    public bool SaysPlatformId { get; private set; }
    public string? PublicId { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public string? EmailAddress { get; init; }
    public bool? AcceptsMarketing { get; init; }
    public ImmutableArray<AddressBody>? SavedAddresses { get; init; }

    public static Fields Check(Fields fields, string path, CustomerBody? body)
    {
        if (body is null)
            return fields;
        fields
            .Text(path + "platform_id", body.PlatformId)
            .Text(path + "public_id", body.PublicId)
            .Check(IsId(body.PublicId), path + "public_id", $"{path}public_id must be letters and digits.", "not_allowed")
            .Text(path + "first_name", body.FirstName)
            .Text(path + "last_name", body.LastName)
            .Email(path + "email_address", body.EmailAddress?.Trim())
            .Check(
                body.Addresses.Length <= MostAddresses,
                path + "saved_addresses",
                $"At most {MostAddresses} addresses can be saved.",
                "too_many"
            );
        for (var i = 0; i < body.Addresses.Length; i++)
            AddressBody.Check(
                fields.Required($"{path}saved_addresses[{i}]", (object?)body.Addresses[i]),
                $"{path}saved_addresses[{i}].",
                body.Addresses[i]
            );
        return fields;
    }

    /// <summary>The customer; null when the body names nobody, as clients do with empty texts for a shopper they do not know yet.</summary>
    internal Customer? ToCustomerOrNone() => ToCustomer() is var customer && IsNobody(customer) ? null : customer;

    public Customer ToCustomer() =>
        new()
        {
            PlatformId = PlatformId,
            PublicId = PublicId,
            FirstName = FirstName?.Trim() ?? "",
            LastName = LastName?.Trim() ?? "",
            EmailAddress = EmailAddress?.Trim() ?? "",
            AcceptsMarketing = AcceptsMarketing is true,
            SavedAddresses = [.. Addresses.Select(address => address.ToAddress())],
        };

    private ImmutableArray<AddressBody> Addresses => SavedAddresses is { IsDefault: false } addresses ? addresses : [];

    private static bool IsNobody(Customer customer) =>
        customer
            is { KnownPlatformId: null, PublicId: null or "", FirstName: "", LastName: "", EmailAddress: "", SavedAddresses.IsEmpty: true };

    private static bool IsId(string? id) => id is null || id.All(char.IsAsciiLetterOrDigit);
}
