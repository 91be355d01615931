using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Frame.SignIn;
using Checkout.Http.PaymentFrame;
using Checkout.Orders;

namespace Checkout.Http.Backend.Orders;

/// <summary>What a back office gets to open a checkout page with, at its start and again on resuming.</summary>
public sealed record OpenedOrder(
    string PublicOrderId,
    string JwtToken,
    InitialData InitialData,
    ApplicationState ApplicationState,
    bool VaultingEnabled,
    string HostedCheckoutUrl
);

/// <summary>Puts together the answer of Initialize Order and Resume Order: a fresh JWT and all a page must know.</summary>
public sealed class OrderOpening(JwtIssuer jwts, PageKeys keys, CountryLists countries)
{
    /// <param name="customer">The customer's record, for saved methods; null when there is none.</param>
    public async Task<OpenedOrder> Open(Call call, Order order, CustomerRecord? customer)
    {
        var jwt = await jwts.Issue(order.ShopIdentifier, order.PublicOrderId, call.Cancellation);
        return new OpenedOrder(
            order.PublicOrderId,
            jwt,
            InitialData.Of(
                order,
                call.Shop,
                countries.Of(call.Shop),
                customer,
                jwt,
                gateway => PaymentPage.Address(call.Http.Request, order, jwt, gateway)
            ),
            ApplicationState.Of(order),
            call.Shop.Checkout.VaultingEnabled,
            await keys.AddressOf(call.Http.Request, order.ShopIdentifier, order.PublicOrderId, call.Cancellation)
        );
    }
}
