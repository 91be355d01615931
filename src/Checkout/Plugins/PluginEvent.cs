using System.Collections.Immutable;
using System.Text.Json;
using Checkout.Shops;

namespace Checkout.Plugins;

/// <summary>Something that happened to an order and that plugins may answer (reference/wire-contract.md, D1 and H5).</summary>
/// <param name="Name">One of <see cref="PluginEventNames"/>.</param>
public sealed record PluginEvent(string Name)
{
    /// <summary>What the event says beyond the order, such as the hook of app_hook.</summary>
    public ImmutableDictionary<string, JsonElement> Properties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>The one plugin that is meant; null means all that subscribe.</summary>
    public string? PluginUuid { get; init; }

    /// <summary>The plugins that hear of it, in the order in which their actions apply.</summary>
    public IEnumerable<PluginSettings> Subscribers(Shop shop) => shop.Plugins
        .Where(plugin => plugin.Events.Contains(Name, StringComparer.OrdinalIgnoreCase) && (PluginUuid is null || plugin.Uuid == PluginUuid))
        .OrderBy(plugin => plugin.Position);

    public static implicit operator PluginEvent(string name) => new(name);
}

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
        InitializeCheckout, OrderSubmitted, AppHook, BillingAddressChanged, AmendOrder, CustomerChanged, ShippingAddressChanged,
        ShippingLineChanged, LineItemsChanged, DiscountCodeChanged, PaymentAdded, OrderProcessed,
    ];
}
