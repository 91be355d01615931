using Checkout.Customers;
using Checkout.Http.Contracts;
using Checkout.Http.SignIn;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Http.Orders;

/// <summary>What a back office gets to open a checkout page with, at its start and again on resuming.</summary>
public sealed record OpenedOrder(
    string PublicOrderId,
    string JwtToken,
    InitialData InitialData,
    ApplicationState ApplicationState,
    bool VaultingEnabled);

/// <summary>Puts together the answer of Initialize Order and Resume Order: a fresh JWT and all a page must know.</summary>
public sealed class OrderOpening(JwtIssuer jwts, CountryLists countries)
{
    /// <param name="customer">The customer's record, for saved methods; null when there is none.</param>
    public async Task<OpenedOrder> Open(Order order, Shop shop, CustomerRecord? customer, CancellationToken cancellation) => new(
        order.PublicOrderId,
        await jwts.Issue(order.ShopIdentifier, order.PublicOrderId, cancellation),
        InitialData.Of(order, shop, countries.Of(shop), customer),
        ApplicationState.Of(order),
        shop.Checkout.VaultingEnabled);
}
