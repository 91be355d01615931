using System.Collections.Immutable;
using Checkout.Http.Backend.Orders;
using Checkout.Http.Frame;
using Checkout.Http.Frame.SignIn;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Http.Pages;

/// <summary>
/// The hosted checkout of one order, and its status once it is placed: for whoever has the link that Initialize Order and
/// Resume Order answer. Two storage transactions for a customer with saved methods, one otherwise.
/// </summary>
public sealed class ShowCheckoutEndpoint(
    OrderEditor editor,
    OrderOpening opening,
    ICustomerStore customers,
    PageKeys keys,
    HttpSettings host
) : ISlice
{
    private const string Unknown = "This link does not open an order. Ask the shop for a new one.";

    public async Task<Reply> Handle(Call call)
    {
        var (shop, id) = (call.Shop, call.OrderId);
        if (!await keys.Opens(shop.Identifier, id, call.Parameter(PageKeys.Parameter), call.Cancellation))
            return Problem.NotFound(Unknown);
        var loaded = await editor.Load(shop.Identifier, id, call.Cancellation);
        if (!loaded.Succeeded)
            return loaded.Problems;

        var order = loaded.Value.Order;
        var customer = await customers.OfOrder(order, call.Cancellation);
        var opened = await opening.Open(call, order, customer);
        return CheckoutPage.Of(
            call.Http,
            host,
            shop,
            new CheckoutPageSettings
            {
                Api = $"/checkout/storefront/{shop.Identifier}/{order.PublicOrderId}",
                Token = opened.JwtToken,
                Locale = shop.Locale,
                Country = shop.Address.CountryCode,
                Vaulting = opened.VaultingEnabled,
                Canceled = order.Status is OrderStatus.Canceled,
                OrderNumber = OrderNumber.Of(order),
                LinkToShop = order.LinkToCart,
                Links = Links(shop.HostedCheckout),
                Words = shop.HostedCheckout.Words,
                // The page has words of its own.
                Initial = opened.InitialData with
                {
                    SupportedLanguages = [],
                },
                State = opened.ApplicationState,
            }
        );
    }

    private static ImmutableArray<PageLink> Links(HostedCheckoutSettings look) =>
        [
            .. new[] { ("terms", look.TermsUrl), ("privacy", look.PrivacyUrl), ("refunds", look.RefundUrl) }
                .Where(link => link.Item2 is not null)
                .Select(link => new PageLink(link.Item1, link.Item2!)),
        ];
}
