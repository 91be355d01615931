using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Checkout.Addresses;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Payments.TestGateway;
using Checkout.Shops;

namespace Checkout.Http.WalletPay;

/// <summary>
/// An order as the connectors describe it to a wallet (reference/wire-contract.md, A1, 18). Amounts are decimal texts of the
/// order's currency. A wallet that lists items and sums would read them here; this one shows none.
/// </summary>
public sealed record WalletOrderBody
{
    public string? GatewayId { get; init; }
    public string? PublicOrderId { get; init; }
    public string? ShippingStrategy { get; init; }
    public bool? ShouldVault { get; init; }
    public string? PaymentSource { get; init; }
    public WalletOrderData? OrderData { get; init; }

    public Result<WalletOrderBody> Check(Shop shop, bool isNew)
    {
        var fields = new Fields()
            .Required("gateway_id", GatewayId)
            .Required("order_data", (object?)OrderData)
            .Text("shipping_strategy", ShippingStrategy)
            .Text("payment_source", PaymentSource);
        if (isNew)
            fields.Required("public_order_id", PublicOrderId);
        if (!fields.AreFine)
            return fields.Problems;
        return TestWallet.Gateway(shop, GatewayId) is null ? TestWallet.NotFound() : this;
    }

    /// <summary>What was described before, with what this body names. Refused: options without id or label, amounts that are none.</summary>
    public Result<WalletOrder> Describe(Order order)
    {
        var (data, problems) = (OrderData!, ImmutableArray.CreateBuilder<Problem>());
        var before = order.WalletOrder ?? new WalletOrder(GatewayId!);
        var described = new WalletOrder(GatewayId!)
        {
            Locale = data.Locale ?? before.Locale,
            FirstName = data.Customer?.FirstName ?? before.FirstName,
            LastName = data.Customer?.LastName ?? before.LastName,
            EmailAddress = data.Customer?.Email ?? before.EmailAddress,
            ShippingAddress = data.ShippingAddress is { HasPlace: true } address ? address.ToAddress() : before.ShippingAddress,
            SelectedShipping = Option("order_data.selected_shipping_option", data.SelectedShippingOption) ?? before.SelectedShipping,
            ShippingOptions = data.ShippingOptions is { } options
                ? [.. options.Select((option, i) => Option($"order_data.shipping_options.{i}", option)).OfType<WalletShipping>()]
                : before.ShippingOptions,
            Amount = Amount("order_data.amount", data.Amount) ?? before.Amount,
            Retain = ShouldVault ?? before.Retain,
            PaymentSource = PaymentSource ?? before.PaymentSource,
            ShippingStrategy = ShippingStrategy ?? before.ShippingStrategy,
        };
        problems.AddRange(data.Texts());
        return problems.Count == 0 ? described : problems.ToImmutable();

        WalletShipping? Option(string path, WalletOptionBody? option)
        {
            if (option is null)
                return null;
            foreach (var (name, value) in new[] { ("id", option.Id), ("label", option.Label) })
                if (value is not { Length: > 0 and <= Fields.TextLimit })
                    problems.Add(Problem.Order($"{path}.{name}", $"{path}.{name} is required, up to {Fields.TextLimit} characters.", "wallet_pay"));
            return new WalletShipping(option.Id ?? "", option.Label ?? "", Amount($"{path}.amount", option.Amount) ?? 0);
        }

        long? Amount(string path, WalletAmount? amount)
        {
            if (amount is null)
                return null;
            if (!string.Equals(amount.CurrencyCode, order.Currency.Code, StringComparison.OrdinalIgnoreCase))
                problems.Add(Problem.Order($"{path}.currency_code", $"The order is paid in {order.Currency.Code}.", "wallet_pay"));
            else if (decimal.TryParse(amount.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                && Currency.Of(order.Currency.Code).ToMinorUnitsExactly(value) is { } units)
                return units;
            else
                problems.Add(Problem.Order($"{path}.value", $"{path}.value is no amount of {order.Currency.Code}.", "wallet_pay"));
            return null;
        }
    }
}

public sealed record WalletOrderData
{
    public string? Locale { get; init; }
    public WalletCustomerBody? Customer { get; init; }
    public WalletOrderAddress? ShippingAddress { get; init; }
    public WalletOptionBody? SelectedShippingOption { get; init; }
    public ImmutableArray<WalletOptionBody>? ShippingOptions { get; init; }
    public WalletAmount? Amount { get; init; }

    /// <summary>What is too long, or no e-mail address.</summary>
    internal ImmutableArray<Problem> Texts() => new Fields()
        .Text("order_data.locale", Locale)
        .Text("order_data.customer.first_name", Customer?.FirstName)
        .Text("order_data.customer.last_name", Customer?.LastName)
        .Email("order_data.customer.email", Customer?.Email)
        .Text("order_data.shipping_address", ShippingAddress?.Longest)
        .Problems;
}

public sealed record WalletCustomerBody(string? FirstName, string? LastName, string? Email);

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

    [JsonConverter(typeof(Json.TextOrNumberConverter))]
    public string? PostalCode { get; init; }

    [JsonConverter(typeof(Json.TextOrNumberConverter))]
    public string? PhoneNumber { get; init; }

    /// <summary>Connectors send a telephone number alone while nothing else is known.</summary>
    [JsonIgnore]
    internal bool HasPlace => CountryCode is { Length: > 0 };

    [JsonIgnore]
    internal string? Longest => new[] { FirstName, LastName, AddressLine1, AddressLine2, City, State, CountryCode, PostalCode, PhoneNumber }.MaxBy(text => text?.Length ?? 0);

    public Address ToAddress() => ResolveAddress.Of(new Address
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
    });
}

public sealed record WalletOptionBody
{
    [JsonConverter(typeof(Json.TextOrNumberConverter))]
    public string? Id { get; init; }
    public string? Label { get; init; }
    public WalletAmount? Amount { get; init; }
}

public sealed record WalletAmount
{
    public string? CurrencyCode { get; init; }

    [JsonConverter(typeof(Json.TextOrNumberConverter))]
    public string? Value { get; init; }
}
