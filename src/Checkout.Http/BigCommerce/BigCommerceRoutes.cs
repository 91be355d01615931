using System.Globalization;

namespace Checkout.Http.BigCommerce;

/// <summary>
/// Routes of the BigCommerce facade (docs/contract/bigcommerce.md). The checkout id and the cart id are the public order id.
/// </summary>
public static class BigCommerceRoutes
{
    public const string Base = "api/storefront";

    public const string CartId = "cart_id";
    public const string ItemId = "item_id";
    public const string AddressId = "address_id";
    public const string OptionId = "option_id";
    public const string CouponCode = "coupon_code";
    public const string GiftCertificateCode = "gift_certificate_code";
    public const string OrderId = "order_id";

    public const string Checkouts = Base + "/checkouts";
    public const string Checkout = Checkouts + "/{public_order_id}";
    public const string Item = Checkout + "/carts/{cart_id}/items/{item_id}";
    public const string BillingAddresses = Checkout + "/billing-address";
    public const string BillingAddress = BillingAddresses + "/{address_id}";
    public const string ShippingAddresses = Checkout + "/shipping-addresses";
    public const string ShippingAddress = ShippingAddresses + "/{address_id}";
    public const string ShippingOptions = ShippingAddress + "/options";
    public const string ShippingOption = ShippingOptions + "/{option_id}";
    public const string Payments = Checkout + "/payments";
    public const string GiftCertificates = Checkout + "/giftcertificate";
    public const string GiftCertificate = GiftCertificates + "/{gift_certificate_code}";
    public const string Coupons = Checkout + "/coupon";
    public const string Coupon = Coupons + "/{coupon_code}";
    public const string PlaceOrder = Checkout + "/order";
    public const string Order = Base + "/orders/{order_id}";

    // What today's API calls them.
    public const string CurrentCheckout = Base + "/checkout/{public_order_id}";
    public const string CurrentItems = Base + "/carts/{public_order_id}/items";
    public const string CurrentGiftCertificates = Checkout + "/gift-certificates";
    public const string CurrentGiftCertificate = CurrentGiftCertificates + "/{gift_certificate_code}";
    public const string CurrentCoupons = Checkout + "/coupons";
    public const string CurrentCoupon = CurrentCoupons + "/{coupon_code}";
    public const string CurrentConsignments = Checkout + "/consignments";
    public const string CurrentConsignment = CurrentConsignments + "/{address_id}";

    internal static string CheckoutPath(string publicOrderId) => $"{Checkouts}/{publicOrderId}";

    internal static string OrderPath(long orderId) => string.Create(CultureInfo.InvariantCulture, $"{Base}/orders/{orderId}");
}
