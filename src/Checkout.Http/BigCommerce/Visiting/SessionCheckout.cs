using Checkout.Http.Frame;
using Checkout.Http.Frame.SignIn;

namespace Checkout.Http.BigCommerce.Visiting;

/// <summary>The checkout of a call whose path names none: the one that the caller is signed in to, or a client's named one.</summary>
internal static class SessionCheckout
{
    /// <param name="named">What the call says beside its path; null when it says nothing.</param>
    public static Result<Call> Of(Call call, string? named)
    {
        var id = named is { Length: > 0 } ? named : call.BoundOrderId;
        if (id is null)
            return Problem.Invalid("cartId", "cartId is required.", "required");
        return call.BoundOrderId is { } own && own != id ? Refusals.InvalidJwt : call.With(RouteNames.Order, id);
    }
}
