namespace Checkout.Payments;

public enum GatewayHoldState
{
    /// <summary>The gateway did not answer.</summary>
    Unknown,

    /// <summary>Something of it can still be charged.</summary>
    Open,

    /// <summary>Charged for the last time; what was left over has been released.</summary>
    Closed,

    /// <summary>Released by somebody.</summary>
    Canceled,

    /// <summary>Ended by itself.</summary>
    Expired,
}
