using Checkout.Http.Frame;
using Checkout.Http.Frame.SignIn;
using Checkout.Orders;

namespace Checkout.Http.BigCommerce;

/// <summary>
/// The JWTs in the addresses that this API answers with. A shopper gets their own back, shown or in the session's cookie, so that it
/// lasts no longer for being used here; a client gets a new one for its shopper.
/// </summary>
public sealed class ShopperTokens(JwtIssuer jwts)
{
    public async ValueTask<string> Of(Call call, Order order) =>
        Own(call) ?? await jwts.Issue(order.ShopIdentifier, order.PublicOrderId, call.Cancellation);

    private static string? Own(Call call) =>
        call.BoundOrderId is null ? null
        : call.Credential is { Length: > 0 } shown ? shown
        : SessionCookie.Of(call.Http.Request);
}
