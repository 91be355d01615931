using System.Collections.Immutable;

namespace Checkout.Shops;

/// <summary>The scopes a merchant approves for a plugin (docs/plugin-actions.md).</summary>
public static class PluginScopes
{
    public const string AddCartItem = "add_cart_item";
    public const string AddFees = "add_fee";
    public const string AddTags = "add_tags";
    public const string AmendOrders = "amend_orders";
    public const string ModifyCart = "modify_cart";
    public const string ModifyCurrency = "modify_currency";
    public const string ModifyOrder = "modify_order";
    public const string ModifyOrderEmails = "modify_order_emails";
    public const string ModifyPaymentGateways = "modify_payment_gateways";
    public const string ModifyShipping = "modify_shipping";
    public const string ModifyShippingAddress = "modify_shipping_address";
    public const string ProvideAddressValidation = "provide_address_validation";
    public const string ProvideDiscounts = "provide_discounts";
    public const string ProvideShippingRates = "provide_shipping_rates";
    public const string ProvideTaxRates = "provide_tax_rates";

    public static readonly ImmutableArray<string> All =
    [
        AddCartItem,
        AddFees,
        AddTags,
        AmendOrders,
        ModifyCart,
        ModifyCurrency,
        ModifyOrder,
        ModifyOrderEmails,
        ModifyPaymentGateways,
        ModifyShipping,
        ModifyShippingAddress,
        ProvideAddressValidation,
        ProvideDiscounts,
        ProvideShippingRates,
        ProvideTaxRates,
    ];
}
