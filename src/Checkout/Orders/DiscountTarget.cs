namespace Checkout.Orders;

/// <summary>What a discount takes its amount from.</summary>
public enum DiscountTarget
{
    /// <summary>The lines together, spread over them by largest remainder.</summary>
    Order,

    /// <summary>The lines named, each on its own.</summary>
    Lines,

    /// <summary>The selected shipping line.</summary>
    Shipping,
}
