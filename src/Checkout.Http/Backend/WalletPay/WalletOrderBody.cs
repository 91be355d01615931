using System.Collections.Immutable;
using System.Globalization;
using Checkout.Http.Frame;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Payments.TestGateway;
using Checkout.Shops;

namespace Checkout.Http.Backend.WalletPay;

/// <summary>
/// An order as the connectors describe it to a wallet (docs/contract/payments.md#wallet-orders-of-the-back-office).
/// Amounts are decimal texts of the order's currency.
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

    /// <summary>
    /// What was described before, with what this body names. Refused: options without id or label, amounts that are
    /// none.
    /// </summary>
    public Result<WalletOrder> Describe(Order order)
    {
        var (data, read) = (OrderData!, new Reader(order.Currency.Code));
        var before = order.WalletOrder ?? new WalletOrder(GatewayId!);
        var described = new WalletOrder(GatewayId!)
        {
            Locale = data.Locale ?? before.Locale,
            ShippingAddress = data.ShippingAddress is { HasPlace: true } address ? address.ToAddress() : before.ShippingAddress,
            SelectedShipping = read.Option("order_data.selected_shipping_option", data.SelectedShippingOption) ?? before.SelectedShipping,
            ShippingOptions = data.ShippingOptions is { } options
                ? [.. options.Select((option, i) => read.Option($"order_data.shipping_options.{i}", option)).OfType<WalletShipping>()]
                : before.ShippingOptions,
            Items = data.Items is { } items ? [.. items.Select((item, i) => read.Item($"order_data.items.{i}", item))] : before.Items,
            Retain = ShouldVault ?? before.Retain,
            PaymentSource = PaymentSource ?? before.PaymentSource,
            ShippingStrategy = ShippingStrategy ?? before.ShippingStrategy,
        };
        described = Totaled(Named(described, before, data.Customer), before, data, read);
        read.Problems.AddRange(data.Texts());
        return read.Problems.Count == 0 ? described : read.Problems.ToImmutable();
    }

    private static WalletOrder Named(WalletOrder described, WalletOrder before, WalletCustomerBody? customer) =>
        described with
        {
            FirstName = customer?.FirstName ?? before.FirstName,
            LastName = customer?.LastName ?? before.LastName,
            EmailAddress = customer?.Email ?? before.EmailAddress,
        };

    private static WalletOrder Totaled(WalletOrder described, WalletOrder before, WalletOrderData data, Reader read) =>
        described with
        {
            Amount = read.Amount("order_data.amount", data.Amount) ?? before.Amount,
            ItemTotal = read.Amount("order_data.item_total", data.ItemTotal) ?? before.ItemTotal,
            TaxTotal = read.Amount("order_data.tax_total", data.TaxTotal) ?? before.TaxTotal,
            Discount = read.Amount("order_data.discount", data.Discount) ?? before.Discount,
        };

    /// <summary>Reads the parts of a description and keeps what is wrong with them, by path.</summary>
    private sealed class Reader(string currency)
    {
        public ImmutableArray<Problem>.Builder Problems { get; } = ImmutableArray.CreateBuilder<Problem>();

        public WalletShipping? Option(string path, WalletOptionBody? option)
        {
            if (option is null)
                return null;
            foreach (var (name, value) in new[] { ("id", option.Id), ("label", option.Label) })
                if (value is not { Length: > 0 and <= Fields.TextLimit })
                    Problems.Add(
                        Problem.Order($"{path}.{name}", $"{path}.{name} is required, up to {Fields.TextLimit} characters.", "wallet_pay")
                    );
            return new WalletShipping(option.Id ?? "", option.Label ?? "", Amount($"{path}.amount", option.Amount) ?? 0);
        }

        public WalletItem Item(string path, WalletItemBody? item)
        {
            foreach (var (name, value) in new[] { ("name", item?.Name), ("sku", item?.Sku) })
                if (value is { Length: > Fields.TextLimit })
                    Problems.Add(
                        Problem.Order($"{path}.{name}", $"{path}.{name} is longer than {Fields.TextLimit} characters.", "wallet_pay")
                    );
            if (item?.Quantity is not (> 0 and < 10_000))
                Problems.Add(Problem.Order($"{path}.quantity", $"{path}.quantity must be between 1 and 9999.", "wallet_pay"));
            return new WalletItem(item?.Name ?? "", item?.Sku ?? "", Amount($"{path}.unit_amount", item?.UnitAmount), item?.Quantity ?? 0);
        }

        public long? Amount(string path, WalletAmount? amount)
        {
            if (amount is null)
                return null;
            if (!string.Equals(amount.CurrencyCode, currency, StringComparison.OrdinalIgnoreCase))
                Problems.Add(Problem.Order($"{path}.currency_code", $"The order is paid in {currency}.", "wallet_pay"));
            else if (
                decimal.TryParse(
                    amount.Value,
                    NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var value
                ) && Currency.Of(currency).ToMinorUnitsExactly(value) is { } units
            )
                return units;
            else
                Problems.Add(Problem.Order($"{path}.value", $"{path}.value is no amount of {currency}.", "wallet_pay"));
            return null;
        }
    }
}
