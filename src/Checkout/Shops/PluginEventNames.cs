using System.Collections.Immutable;

namespace Checkout.Shops;

/// <summary>Every event there is.</summary>
public static class PluginEventNames
{
    /// <summary>POST /init, before the reply.</summary>
    public const string InitializeCheckout = "initialize_checkout";

    /// <summary>POST /process_order, before anything is checked.</summary>
    public const string OrderSubmitted = "order_submitted";

    /// <summary>POST /app_hook; goes to the plugin named.</summary>
    public const string AppHook = "app_hook";

    /// <summary>A plugin changed the billing address, or the shopper did.</summary>
    public const string BillingAddressChanged = "billing_address_changed";

    /// <summary>An amendable order was processed.</summary>
    public const string AmendOrder = "amend_order";
    public const string CustomerChanged = "customer_changed";
    public const string ShippingAddressChanged = "shipping_address_changed";
    public const string ShippingLineChanged = "shipping_line_changed";
    public const string LineItemsChanged = "line_items_changed";
    public const string DiscountCodeChanged = "discount_code_changed";
    public const string PaymentAdded = "payment_added";
    public const string OrderProcessed = "order_processed";

    public static readonly ImmutableArray<string> All =
    [
        InitializeCheckout,
        OrderSubmitted,
        AppHook,
        BillingAddressChanged,
        AmendOrder,
        CustomerChanged,
        ShippingAddressChanged,
        ShippingLineChanged,
        LineItemsChanged,
        DiscountCodeChanged,
        PaymentAdded,
        OrderProcessed,
    ];
}
