namespace Checkout.Functions.CreateOrder;

/// <summary>Who walks the journal of a new order.</summary>
public enum CreateOrderDriver
{
    /// <summary>An orchestration; the call waits for it.</summary>
    Orchestration,

    /// <summary>The call itself; an orchestration carries out what it leaves behind.</summary>
    Inline,
}
