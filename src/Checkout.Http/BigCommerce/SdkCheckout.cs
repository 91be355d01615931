using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce;

/// <summary>A checkout as today's API has it, which is answered without an envelope. Amounts are decimals.</summary>
public sealed record SdkCheckout
{
    public required string Id { get; init; }
    public required SdkCart Cart { get; init; }
    public required SdkCustomer Customer { get; init; }
    public required string CustomerMessage { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SdkAddress? BillingAddress { get; init; }
    public required ImmutableArray<SdkConsignment> Consignments { get; init; }
    public required ImmutableArray<SdkTax> Taxes { get; init; }
    public required ImmutableArray<SdkDiscount> Discounts { get; init; }
    public required ImmutableArray<SdkCoupon> Coupons { get; init; }
    public required ImmutableArray<SdkFee> Fees { get; init; }
    public required ImmutableArray<SdkCertificate> GiftCertificates { get; init; }
    public required ImmutableArray<SdkPayment> Payments { get; init; }

    /// <summary>Null until the order is placed.</summary>
    public long? OrderId { get; init; }
    public decimal Subtotal { get; init; }
    public decimal ShippingCostTotal { get; init; }
    public decimal ShippingCostBeforeDiscount { get; init; }
    public decimal ComparisonShippingCost { get; init; }
    public decimal HandlingCostTotal { get; init; }
    public decimal GiftWrappingCostTotal { get; init; }
    public decimal TaxTotal { get; init; }
    public decimal TotalDiscount { get; init; }
    public decimal DisplayDiscountTotal { get; init; }
    public decimal OrderBasedAutoDiscountTotal { get; init; }
    public decimal ManualDiscountTotal { get; init; }
    public decimal GrandTotal { get; init; }
    public decimal OutstandingBalance { get; init; }
    public decimal BalanceDue { get; init; }
    public bool IsStoreCreditApplied { get; init; }
    public bool ShouldExecuteSpamCheck { get; init; }
    public ImmutableArray<string> Promotions { get; init; } = [];
    public int ChannelId { get; init; } = 1;
    public required string CreatedTime { get; init; }
    public required string UpdatedTime { get; init; }

    /// <summary>Grows with every change.</summary>
    public long Version { get; init; }

    internal static SdkCheckout Of(Order order, Shop shop, string origin, ImmutableArray<AppliedCertificate> certificates)
    {
        var page = CheckoutBody.Of(order, shop, origin, certificates);
        var price = OrderPrice.Of(order);
        var currency = Currency.Of(order.Currency.Code);
        return new SdkCheckout
        {
            Id = page.Id,
            Cart = new SdkCart(order, price, shop, origin),
            Customer = SdkCustomer.Of(order),
            CustomerMessage = order.MetaData.Notes,
            BillingAddress = SdkAddress.OfBilling(order),
            Consignments = SdkConsignment.Of(order, price, currency),
            Taxes = SdkTax.Of(price, currency),
            Discounts = SdkDiscount.Of(page.Discounts),
            Coupons = SdkCoupon.Of(page.Coupons),
            Fees = SdkFee.Of(price, currency),
            GiftCertificates = SdkCertificate.Of(order, price, certificates, currency),
            Payments = SdkPayment.Of(order),
            OrderId = order.IsFinal ? order.OrderId : null,
            Subtotal = currency.ToDecimal(price.Subtotal),
            ShippingCostTotal = currency.ToDecimal(price.Shipping - price.ShippingDiscounts.Sum(d => d.Value)),
            ShippingCostBeforeDiscount = currency.ToDecimal(price.Shipping),
            ComparisonShippingCost = currency.ToDecimal(price.Shipping),
            TaxTotal = page.TaxTotal,
            TotalDiscount = currency.ToDecimal(price.Discounted),
            DisplayDiscountTotal = currency.ToDecimal(price.Discounted),
            OrderBasedAutoDiscountTotal = page.Discounts.Sum(d => d.DiscountedAmount),
            GrandTotal = page.GrandTotal,
            OutstandingBalance = page.BalanceDue,
            BalanceDue = page.BalanceDue,
            CreatedTime = page.CreatedTime,
            UpdatedTime = page.UpdatedTime,
            Version = order.Version,
        };
    }
}

public sealed record SdkTax(string Name, decimal Amount)
{
    internal static ImmutableArray<SdkTax> Of(OrderPrice price, Currency currency) =>
        [.. price.Taxes.Select(tax => new SdkTax(tax.Name, currency.ToDecimal(tax.Value)))];
}

public sealed record SdkFee(string Id, string Type, string Name, string DisplayName, decimal Cost, string Source)
{
    internal static ImmutableArray<SdkFee> Of(OrderPrice price, Currency currency) =>
        [
            .. price.Fees.Select(f => new SdkFee(
                NumericId.TextOf(f.Fee.Id),
                "custom_fee",
                f.Fee.LineText,
                f.Fee.LineText,
                currency.ToDecimal(f.Amount),
                f.Fee.Source
            )),
        ];
}

/// <param name="Balance">Before this order takes from it.</param>
public sealed record SdkCertificate(string Code, decimal Balance, decimal Used, decimal Remaining, string PurchaseDate)
{
    internal static ImmutableArray<SdkCertificate> Of(
        Order order,
        OrderPrice price,
        ImmutableArray<AppliedCertificate> certificates,
        Currency currency
    )
    {
        var shares = order.Payments.Zip(price.Payments).Where(p => p.First.Type == PaymentTypes.GiftCard).ToList();
        return
        [
            .. certificates.Select(certificate =>
            {
                var share = shares.FirstOrDefault(p => GiftCardCode.Masked(p.First.LastFour) == certificate.Code);
                var used = currency.ToDecimal(share.Second?.Amount ?? 0);
                var isTaken = share.First?.Transactions.IsEmpty is false;
                return new SdkCertificate(
                    certificate.Code,
                    isTaken ? certificate.Balance + used : certificate.Balance,
                    used,
                    isTaken ? certificate.Balance : certificate.Balance - used,
                    certificate.PurchaseDate ?? ""
                );
            }),
        ];
    }
}

public sealed record SdkPayment(string ProviderId, string? GatewayId, string ProviderType, SdkPaymentStep Detail)
{
    internal static ImmutableArray<SdkPayment> Of(Order order) =>
        [
            .. order
                .Payments.Where(p => p.Type != PaymentTypes.GiftCard)
                .Select(p => new SdkPayment(p.GatewayPublicId, null, PaymentMethod.Hosted, SdkPaymentStep.Of(order))),
        ];
}

/// <param name="Instructions">None: no payment here is made offline.</param>
public sealed record SdkPaymentStep(string Step, string Instructions)
{
    internal static SdkPaymentStep Of(Order order) => new(OrderStatuses.OfPayment(order)["PAYMENT_STATUS_".Length..], "");
}
