using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce;

/// <summary>An order for the confirmation page: its cart, and what became of it (docs/contract/bigcommerce.md#order).</summary>
public sealed class OrderBody(Order order, Shop shop, string origin, OrderPayment? payment)
{
    private readonly Cart cart = new(order, OrderPrice.Of(order), shop, origin);

    public string Id => cart.Id;
    public CurrencyBody Currency => cart.Currency;
    public bool IsTaxIncluded => cart.IsTaxIncluded;
    public decimal BaseAmount => cart.BaseAmount;
    public decimal DiscountAmount => cart.DiscountAmount;
    public decimal TaxAmount => cart.TaxAmount;
    public decimal CartAmount => cart.CartAmount;
    public ImmutableArray<AppliedCoupon> Coupons => cart.Coupons;
    public ImmutableArray<AppliedDiscount> Discounts => cart.Discounts;
    public ImmutableArray<CartLines> LineItems => cart.LineItems;
    public string CreatedTime => cart.CreatedTime;
    public string UpdatedTime => cart.UpdatedTime;
    public ImmutableArray<Link> Links => cart.Links;
    public long OrderId => order.OrderId;
    public string CustomerId => CheckoutShopper.Of(order, Money.Currency.Of(order.Currency.Code)).CustomerId;

    /// <summary>Of the payment's tender; a saved method's token stays with us.</summary>
    public string? Token => order.Payments.FirstOrDefault(p => p.Type != PaymentTypes.GiftCard && p.PublicPaymentMethodId is null)?.Token;
    public ShopperAddress? BillingAddress => ShopperAddress.OfBilling(order);
    public OrderPayment? Payment => payment;

    /// <summary>Shops here have no social networks set up.</summary>
    public ImmutableArray<SocialNetwork> SocialData { get; } = [];
    public string Status => OrderStatuses.Of(order);

    /// <summary>Placing an order makes no account.</summary>
    public bool CustomerCreated { get; }
    public bool HasDigitalItems => order.LineItems.Any(line => line is { RequiresShipping: false, IsGiftCard: false });
    public bool IsDownloadable => HasDigitalItems && IsComplete && OrderStatuses.IsPaid(order);
    public bool IsComplete => order.Status is OrderStatus.Processed;
    public string CallbackUrl => $"{origin}/{BigCommerceRoutes.OrderPath(order.OrderId)}";
}

/// <param name="Id">The gateway's public id.</param>
/// <param name="RedirectUrl">The gateway's page, while there is something for the shopper to do there.</param>
/// <param name="ReturnUrl">Where the shop wants its shopper back.</param>
/// <param name="HelpText">None: no payment here is made offline.</param>
public sealed record OrderPayment(string Id, string? RedirectUrl, string? ReturnUrl, string Status, string? HelpText);

public sealed record SocialNetwork(string Name, string Description, string Image, string Url, string ShareText, string SharingLink);

public sealed record PlacedOrder(OrderBody Order);

/// <summary>The page shows an empty <c>meta</c> here; it holds what it holds elsewhere.</summary>
public sealed record PlacedOrderAnswer(Meta Meta, PlacedOrder Data);
