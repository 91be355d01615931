using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Addresses;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;

namespace Checkout.Http.Backend.WalletPay;

/// <summary>The parts of an order that a wallet is told (docs/contract/payments.md#wallet-orders-of-the-back-office).</summary>
public sealed record WalletOrderData
{
    public string? Locale { get; init; }
    public WalletCustomerBody? Customer { get; init; }
    public WalletOrderAddress? ShippingAddress { get; init; }
    public WalletOptionBody? SelectedShippingOption { get; init; }
    public ImmutableArray<WalletOptionBody>? ShippingOptions { get; init; }
    public ImmutableArray<WalletItemBody>? Items { get; init; }
    public WalletAmount? ItemTotal { get; init; }
    public WalletAmount? Amount { get; init; }
    public WalletAmount? TaxTotal { get; init; }
    public WalletAmount? Discount { get; init; }

    /// <summary>What is too long, or no e-mail address.</summary>
    internal ImmutableArray<Problem> Texts() =>
        new Fields()
            .Text("order_data.locale", Locale)
            .Text("order_data.customer.first_name", Customer?.FirstName)
            .Text("order_data.customer.last_name", Customer?.LastName)
            .Email("order_data.customer.email", Customer?.Email)
            .Text("order_data.shipping_address", ShippingAddress?.Longest)
            .Problems;
}

/// <param name="PlatformId">The order has its customer from elsewhere: it is read for the platform's sake alone.</param>
public sealed record WalletCustomerBody(
    string? FirstName,
    string? LastName,
    string? Email,
    [property: JsonConverter(typeof(TextOrNumberConverter))] string? PlatformId
);

public sealed record WalletItemBody
{
    public string? Name { get; init; }
    public string? Sku { get; init; }
    public WalletAmount? UnitAmount { get; init; }
    public int? Quantity { get; init; }
    public bool? IsShippingRequired { get; init; }
}

/// <summary>A place by codes and names as connectors have them: the state by its name.</summary>
public sealed record WalletOrderAddress
{
    public string? FirstName { get; init; }
    public string? LastName { get; init; }

    [JsonPropertyName("address_line_1")]
    public string? AddressLine1 { get; init; }

    [JsonPropertyName("address_line_2")]
    public string? AddressLine2 { get; init; }
    public string? City { get; init; }
    public string? State { get; init; }
    public string? CountryCode { get; init; }

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? PostalCode { get; init; }

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? PhoneNumber { get; init; }

    /// <summary>Connectors send a telephone number alone while nothing else is known.</summary>
    [JsonIgnore]
    internal bool HasPlace => CountryCode is { Length: > 0 };

    [JsonIgnore]
    internal string? Longest =>
        new[] { FirstName, LastName, AddressLine1, AddressLine2, City, State, CountryCode, PostalCode, PhoneNumber }.MaxBy(text =>
            text?.Length ?? 0
        );

    public Address ToAddress() =>
        ResolveAddress.Of(
            new Address
            {
                FirstName = FirstName ?? "",
                LastName = LastName ?? "",
                AddressLine1 = AddressLine1 ?? "",
                AddressLine2 = AddressLine2 ?? "",
                City = City ?? "",
                Province = State ?? "",
                CountryCode = CountryCode ?? "",
                PostalCode = PostalCode ?? "",
                PhoneNumber = PhoneNumber ?? "",
            }
        );
}

public sealed record WalletOptionBody
{
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Id { get; init; }
    public string? Label { get; init; }

    /// <summary>Always SHIPPING: what is picked up is not offered.</summary>
    public string? Type { get; init; }
    public WalletAmount? Amount { get; init; }
}

public sealed record WalletAmount
{
    public string? CurrencyCode { get; init; }

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Value { get; init; }
}
