namespace Checkout;

/// <summary>How a problem is answered: the one place that maps it to an HTTP status is <c>Checkout.Http</c>.</summary>
public enum ProblemKind
{
    Invalid,

    /// <summary>The order is final already; answered as <see cref="Invalid"/> is.</summary>
    Final,

    /// <summary>The order has no such part as the request names; answered as <see cref="Invalid"/> is.</summary>
    NoSuchPart,
    NotFound,
    Unauthorized,
    Forbidden,
    TooLarge,
    PreconditionFailed,

    /// <summary>What the request speaks of has changed since its client read it.</summary>
    Conflict,
    TooManyRequests,
    Locked,
    Upstream,
}
