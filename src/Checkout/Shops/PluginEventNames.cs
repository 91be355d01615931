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

    /// <summary>When the event is raised, for the documents.</summary>
    public static string When(string name) =>
        name switch
        {
            InitializeCheckout => "A checkout begins, before its answer.",
            OrderSubmitted => "An order is submitted, before anything is checked.",
            AppHook => "The page calls a hook of the plugin.",
            BillingAddressChanged => "A plugin changed the billing address, or the shopper did.",
            AmendOrder => "An amendable order was placed, before it is charged and goes to the platform.",
            CustomerChanged => "The shopper changed who they are.",
            ShippingAddressChanged => "The shopper changed the shipping address.",
            ShippingLineChanged => "The shopper selected a shipping line.",
            LineItemsChanged => "The shopper changed the lines.",
            DiscountCodeChanged => "The shopper entered or removed a discount code.",
            PaymentAdded => "The shopper added a payment.",
            OrderProcessed => "The order is placed.",
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such event."),
        };
}
