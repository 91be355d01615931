using System.Collections.Immutable;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce;

/// <summary>An order for the confirmation page as today's API has it, without an envelope.</summary>
public sealed class SdkOrder(Order order, Shop shop, string origin, ImmutableArray<AppliedCertificate> certificates)
{
    private readonly SdkCheckout checkout = SdkCheckout.Of(order, shop, origin, certificates);
    private readonly OrderPrice price = OrderPrice.Of(order);
    private readonly Currency money = Money.Currency.Of(order.Currency.Code);

    public long OrderId => order.OrderId;
    public string CartId => order.PublicOrderId;
    public CurrentCurrency Currency => checkout.Cart.Currency;
    public bool IsTaxIncluded => checkout.Cart.IsTaxIncluded;
    public decimal BaseAmount => checkout.Cart.BaseAmount;
    public decimal DiscountAmount => checkout.Cart.DiscountAmount;
    public decimal DisplayDiscountTotal => checkout.DisplayDiscountTotal;
    public decimal OrderBasedAutoDiscountTotal => checkout.OrderBasedAutoDiscountTotal;
    public decimal ProductAutoDiscountedSubtotal => checkout.Subtotal;
    public decimal ManualDiscountTotal => checkout.ManualDiscountTotal;
    public decimal TotalDiscount => checkout.TotalDiscount;
    public decimal ShippingCostTotal => checkout.ShippingCostTotal;
    public decimal ShippingCostBeforeDiscount => checkout.ShippingCostBeforeDiscount;
    public decimal ComparisonShippingCost => checkout.ComparisonShippingCost;
    public decimal HandlingCostTotal => checkout.HandlingCostTotal;
    public decimal GiftWrappingCostTotal => checkout.GiftWrappingCostTotal;
    public decimal TaxTotal => checkout.TaxTotal;
    public ImmutableArray<SdkTax> Taxes => checkout.Taxes;
    public ImmutableArray<SdkCoupon> Coupons => checkout.Coupons;
    public ImmutableArray<SdkFee> Fees => checkout.Fees;
    public SdkLines LineItems => checkout.Cart.LineItems;

    /// <summary>Shops here have none.</summary>
    public SdkBundles BundledItems { get; } = new([], []);
    public long CustomerId => checkout.Cart.CustomerId;

    /// <summary>Placing an order makes no account.</summary>
    public bool CustomerCanBeCreated { get; }
    public string CustomerMessage => checkout.CustomerMessage;
    public SdkAddress? BillingAddress => checkout.BillingAddress;
    public SdkOrderConsignments Consignments => SdkOrderConsignments.Of(order, price, money);
    public bool HasDigitalItems => order.LineItems.Any(line => line is { RequiresShipping: false, IsGiftCard: false });
    public bool IsDownloadable => HasDigitalItems && IsComplete && OrderStatuses.IsPaid(order);
    public bool IsComplete => order.Status is OrderStatus.Processed;
    public string Status => OrderStatuses.Of(order);
    public decimal OrderAmount => checkout.GrandTotal;

    /// <summary>Minor units.</summary>
    public long OrderAmountAsInteger => price.Total;
    public int ChannelId => checkout.ChannelId;
    public ImmutableArray<SdkOrderPayment> Payments =>
        [
            .. order
                .Payments.Zip(price.Payments)
                .Select(p => SdkOrderPayment.Of(order, p.First, money.ToDecimal(p.Second.Amount), checkout.GiftCertificates)),
        ];
}

public sealed record SdkBundles(ImmutableArray<SdkItem> PhysicalItems, ImmutableArray<SdkItem> DigitalItems);

/// <summary>A gift certificate goes by the name that clients look for.</summary>
public sealed record SdkOrderPayment(
    string ProviderId,
    string? GatewayId,
    string MethodId,
    string PaymentId,
    string Description,
    decimal Amount,
    SdkOrderPaymentDetail Detail
)
{
    private const string GiftCertificate = "giftcertificate";

    internal static SdkOrderPayment Of(Order order, Payment payment, decimal amount, ImmutableArray<SdkCertificate> certificates) =>
        payment.Type == PaymentTypes.GiftCard
            ? new(
                GiftCertificate,
                null,
                GiftCertificate,
                payment.Id,
                "Gift Certificate",
                amount,
                new(
                    null,
                    null,
                    GiftCardCode.Masked(payment.LastFour),
                    certificates.FirstOrDefault(c => c.Code == GiftCardCode.Masked(payment.LastFour))?.Remaining
                )
            )
            : new(
                payment.GatewayPublicId,
                null,
                payment.GatewayPublicId,
                payment.Id,
                payment.DisplayString,
                amount,
                new(SdkPaymentStep.Of(order).Step, "", null, null)
            );
}

/// <param name="Step">Of a gateway's payment.</param>
/// <param name="Code">Of a gift certificate.</param>
public sealed record SdkOrderPaymentDetail(string? Step, string? Instructions, string? Code, decimal? Remaining);
