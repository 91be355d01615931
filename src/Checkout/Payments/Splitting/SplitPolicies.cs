namespace Checkout.Payments.Splitting;

/// <summary>The words of split orders (docs/contract/plugins.md#split-orders).</summary>
public static class SplitPolicies
{
    public const string CreateNewOrder = "CREATE_NEW_ORDER";

    /// <summary>Pre-order lines go to an order of their own.</summary>
    public const string PreOrder = "PREORDER";

    /// <summary>Lines with an address of their own go to one order for each address.</summary>
    public const string ShippingAddress = "SHIPPING_ADDRESS";

    /// <summary>Each order is authorized on its own, so that each can be charged without the others.</summary>
    public const string NewAuth = "NEW_AUTH";

    /// <summary>The orders share one authorization, that of the first.</summary>
    public const string SharedAuth = "SHARED_AUTH";

    /// <summary>All of it on the first order.</summary>
    public const string First = "FIRST";

    /// <summary>The same for each order.</summary>
    public const string OrderCount = "ORDER_COUNT";

    /// <summary>In proportion to what the lines of each order cost.</summary>
    public const string OrderValue = "ORDER_VALUE";
}
