using System.Collections.Immutable;
using Checkout.Customers;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce;

/// <summary>An order for the confirmation page (reference/bigcommerce-storefront-api.txt, Order).</summary>
public sealed record OrderBody
{
    public required string Id { get; init; }
    public required CurrencyBody Currency { get; init; }
    public bool IsTaxIncluded { get; init; }
    public decimal BaseAmount { get; init; }
    public decimal DiscountAmount { get; init; }
    public decimal TaxAmount { get; init; }
    public decimal CartAmount { get; init; }
    public required ImmutableArray<AppliedCoupon> Coupons { get; init; }
    public required ImmutableArray<AppliedDiscount> Discounts { get; init; }
    public required ImmutableArray<CartLines> LineItems { get; init; }
    public required string CreatedTime { get; init; }
    public required string UpdatedTime { get; init; }
    public required ImmutableArray<Link> Links { get; init; }
    public long OrderId { get; init; }
    public required string CustomerId { get; init; }

    /// <summary>Of the payment's tender; a saved method's token stays with us.</summary>
    public string? Token { get; init; }
    public ShopperAddress? BillingAddress { get; init; }
    public OrderPayment? Payment { get; init; }

    /// <summary>Shops here have no social networks set up.</summary>
    public ImmutableArray<SocialNetwork> SocialData { get; init; } = [];
    public required string Status { get; init; }

    /// <summary>Always false: placing an order makes no account.</summary>
    public bool CustomerCreated { get; init; }
    public bool HasDigitalItems { get; init; }
    public bool IsDownloadable { get; init; }
    public bool IsComplete { get; init; }
    public required string CallbackUrl { get; init; }

    internal static OrderBody Of(Order order, Shop shop, string origin, OrderPayment? payment)
    {
        var price = OrderPrice.Of(order);
        var cart = Cart.Of(order, price, shop, origin);
        var hasDigital = order.LineItems.Any(line => line is { RequiresShipping: false, IsGiftCard: false });
        return new OrderBody
        {
            Id = cart.Id,
            Currency = cart.Currency,
            IsTaxIncluded = cart.IsTaxIncluded,
            BaseAmount = cart.BaseAmount,
            DiscountAmount = cart.DiscountAmount,
            TaxAmount = cart.TaxAmount,
            CartAmount = cart.CartAmount,
            Coupons = cart.Coupons,
            Discounts = cart.Discounts,
            LineItems = cart.LineItems,
            CreatedTime = cart.CreatedTime,
            UpdatedTime = cart.UpdatedTime,
            Links = cart.Links,
            OrderId = order.OrderId,
            CustomerId = Shopper.Of(order, Money.Currency.Of(order.Currency.Code)).CustomerId,
            Token = order.Payments.FirstOrDefault(p => p.Type != PaymentTypes.GiftCard && p.PublicPaymentMethodId is null)?.Token,
            BillingAddress = ShopperAddress.OfBilling(order),
            Payment = payment,
            Status = OrderStatuses.Of(order),
            HasDigitalItems = hasDigital,
            IsDownloadable = hasDigital && order.Status is OrderStatus.Processed && OrderStatuses.IsPaid(order),
            IsComplete = order.Status is OrderStatus.Processed,
            CallbackUrl = $"{origin}/{BigCommerceRoutes.OrderPath(order.OrderId)}",
        };
    }
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
