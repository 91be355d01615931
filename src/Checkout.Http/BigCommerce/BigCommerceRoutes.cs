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
    public const string MethodId = "method_id";

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
    public const string SdkCheckout = Base + "/checkout/{public_order_id}";
    public const string SdkItems = Base + "/carts/{public_order_id}/items";
    public const string SdkItem = SdkItems + "/{item_id}";
    public const string Carts = Base + "/carts";
    public const string Cart = Carts + "/{public_order_id}";
    public const string CartCurrency = Cart + "/currency";
    public const string CheckoutSettings = Base + "/checkout-settings";
    public const string FormFields = Base + "/form-fields";
    public const string Subscriptions = Base + "/subscriptions";
    public const string PickupOptions = Base + "/pickup-options";
    public const string SdkPayments = Base + "/payments";
    public const string SdkPayment = SdkPayments + "/{method_id}";
    public const string Customer = Base + "/customer";
    public const string CustomerAddress = Base + "/customer-address";
    public const string StoreCredit = Checkout + "/store-credit";
    public const string SpamProtection = Checkout + "/spam-protection";

    // What the SDK asks of the platform's internal API.
    public const string InternalBase = "internalapi/v1";
    public const string InternalOrder = InternalBase + "/checkout/order";
    public const string InternalOrderById = InternalOrder + "/{order_id}";
    public const string InternalCustomer = InternalBase + "/checkout/customer";
    public const string StoreCountries = InternalBase + "/store/countries";
    public const string ShippingCountries = InternalBase + "/shipping/countries";
    public const string SdkGiftCertificates = Checkout + "/gift-certificates";
    public const string SdkGiftCertificate = SdkGiftCertificates + "/{gift_certificate_code}";
    public const string SdkCoupons = Checkout + "/coupons";
    public const string SdkCoupon = SdkCoupons + "/{coupon_code}";
    public const string SdkConsignments = Checkout + "/consignments";
    public const string SdkConsignment = SdkConsignments + "/{address_id}";

    internal static string CheckoutPath(string publicOrderId) => $"{Checkouts}/{publicOrderId}";

    internal static string OrderPath(long orderId) => string.Create(CultureInfo.InvariantCulture, $"{Base}/orders/{orderId}");
}
