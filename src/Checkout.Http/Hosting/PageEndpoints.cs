using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Http.Frame.SignIn;
using Checkout.Http.Pages;
using Checkout.Http.PaymentFrame;

namespace Checkout.Http.Hosting;

/// <summary>The pages that people open.</summary>
public static class PageEndpoints
{
    public static ImmutableArray<Endpoint> All { get; } =
    [
        Endpoint
            .Get<ShowFrontDoorEndpoint>(PageRoutes.FrontDoor, Access.Public)
            .Says("A page with links to what is here.")
            .GivesText("text/html"),
        Endpoint
            .Get<ShowConsoleEndpoint>(PageRoutes.Console, Access.Public)
            .Says("The console: orders, work, stock and settings of a shop, for its people.")
            .GivesText("text/html"),
        Endpoint
            .Get<ShowCheckoutEndpoint>(PageRoutes.Checkout, Access.Public)
            .Says("The hosted checkout of an order, and its status once it is placed.")
            .Asks(PageKeys.Parameter, "The key of the link that Initialize Order answers.", required: true)
            .GivesText("text/html")
            .Speaks(PaymentPageDialect.Instance),
        Endpoint
            .Get<GetPageFileEndpoint>(PageRoutes.File, Access.Public)
            .Says("A script or style of our own pages.")
            .GivesText("text/javascript"),
    ];
}
