namespace Checkout.Http.Storefront;

/// <summary>Routes of the Storefront API (docs/contract/storefront.md).</summary>
public static class StorefrontRoutes
{
    public const string Order = "checkout/storefront/{shop_identifier}/{public_order_id}";

    public const string ShippingAddress = Order + "/addresses/shipping";
    public const string BillingAddress = Order + "/addresses/billing";
    public const string ValidateAddress = Order + "/validate_address";
    public const string Customer = Order + "/customer";
    public const string Guest = Customer + "/guest";
    public const string ValidateEmail = Order + "/validate_email_address";
    public const string Discounts = Order + "/discounts";
    public const string ValidateDiscount = Order + "/validate_discount_code";
    public const string Items = Order + "/items";
    public const string ShippingLines = Order + "/shipping_lines";
    public const string EstimateShippingLines = ShippingLines + "/estimate";
    public const string Taxes = Order + "/taxes";
    public const string EstimateTaxes = Taxes + "/estimate";
    public const string Payments = Order + "/payments";
    public const string GiftCardPayment = Payments + "/gift_card";
    public const string SavedPayment = Payments + "/saved/{public_id}";
    public const string OnSca = Payments + "/on_sca";
    public const string FastlaneToken = Order + "/paypal_fastlane/client_token";
    public const string ProcessOrder = Order + "/process_order";
    public const string Refresh = Order + "/refresh";
    public const string CheckInventory = Order + "/check_inventory";
    public const string MetaData = Order + "/meta_data";
    public const string Batch = Order + "/batch";
    public const string Log = Order + "/log";
    public const string AppHook = Order + "/app_hook";
    public const string WalletPayCreate = Order + "/wallet_pay/create_order";
    public const string WalletPayShipping = Order + "/wallet_pay/on_shipping";
    public const string WalletPayApprove = Order + "/wallet_pay/on_approve";

    public const string PublicId = "public_id";
}
