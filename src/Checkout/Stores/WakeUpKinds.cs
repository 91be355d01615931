namespace Checkout.Stores;

/// <summary>Why an order must be looked at again.</summary>
public static class WakeUpKinds
{
    /// <summary>A Create Order journal is open.</summary>
    public const string CreateOrder = "create-order";

    /// <summary>A payment transaction may be pending, or money may be held for an order that was never finished.</summary>
    public const string Reconcile = "reconcile";
    public const string DelayedCapture = "delayed-capture";
    public const string PlatformOrder = "platform-order";

    /// <summary>The platform has an order in parts, which become orders of their own.</summary>
    public const string OrderParts = "open-parts";
    public const string AbandonedCheckout = "abandoned-checkout";
    public const string Outbox = "outbox";

    /// <summary>Gift certificates that the order sold are to become gift cards.</summary>
    public const string SoldCertificates = "issue-certificates";

    /// <summary>The person is to be taken off the order.</summary>
    public const string OrderToErase = "erase-order";

    /// <summary>Of a person of a shop instead of an order: who was erased has orders that may still name them.</summary>
    public const string ErasedPerson = "forget-person";

    /// <summary>Of a shop instead of an order: orders that were kept long enough are to be erased.</summary>
    public const string OldOrders = "retain-orders";

    /// <summary>The order's line in the lists was not written.</summary>
    public const string OrderListing = "list-order";

    /// <summary>Of no order: deliveries of a webhook's day are kept long enough.</summary>
    public const string OldDeliveries = "forget-deliveries";
}
