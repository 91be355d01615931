namespace Checkout;

/// <summary>How a problem is answered: the one place that maps it to an HTTP status is <c>Checkout.Http</c>.</summary>
public enum ProblemKind
{
    Invalid,
    NotFound,
    Unauthorized,
    Forbidden,
    TooLarge,
    PreconditionFailed,
    TooManyRequests,
    Locked,
    Upstream,
}
