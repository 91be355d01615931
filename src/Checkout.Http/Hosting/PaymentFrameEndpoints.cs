using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.Frame;
using Checkout.Http.PaymentFrame;

namespace Checkout.Http.Hosting;

/// <summary>The payment page and its looks.</summary>
public static class PaymentFrameEndpoints
{
    public static ImmutableArray<Endpoint> All { get; } =
    [
        Endpoint
            .Get<ShowPaymentPageEndpoint>(PaymentFrameRoutes.Page, Access.StorefrontQuery)
            .Says("The payment page, for a frame.")
            .Asks("token", "The order's JWT.", required: true)
            .Asks("gateway", "The gateway whose form it is, by number or public id.")
            .GivesText("text/html")
            .Speaks(PaymentPageDialect.Instance),
        Endpoint
            .Get<ListPaymentGatewaysEndpoint>(PaymentFrameRoutes.Gateways, Access.Storefront)
            .Says("Lists the gateways on offer that take cards in a browser.")
            .Gives<ListedGateways>(),
        Endpoint
            .Get<ShowPaymentsScriptEndpoint>(PaymentFrameRoutes.Script, Access.Public)
            .Says("The payments SDK, window.bold.Payments.")
            .GivesText("text/javascript"),
        Endpoint
            .Get<ShowPaymentsScriptEndpoint>(PaymentFrameRoutes.BoosterScript, Access.Public)
            .Named("ShowBoosterScript")
            .Says("The payments SDK, where templates and boosters look for it.")
            .GivesText("text/javascript"),
        Endpoint
            .Get<ShowAppleDomainAssociationEndpoint>(PaymentFrameRoutes.AppleDomainAssociation, Access.Public)
            .Says("Proves to Apple that this host takes Apple Pay for the merchant.")
            .GivesText("text/plain"),
        Endpoint
            .Post<StylePaymentPageEndpoint>(PaymentFrameRoutes.Styles, Access.Storefront)
            .Says("Sets the styles of the payment page.")
            .Takes<StylePaymentPageRequest>()
            .Gives<StyledPaymentPage>(),
    ];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(StylePaymentPageRequest))]
[JsonSerializable(typeof(StyledPaymentPage))]
[JsonSerializable(typeof(ListedGateways))]
internal sealed partial class PaymentFrameJson : JsonSerializerContext;
