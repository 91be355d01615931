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
        Endpoint.Get<ShowPaymentPageEndpoint>(PaymentFrameRoutes.Page, Access.StorefrontQuery)
            .Says("The payment page, for a frame.").Asks("token", "The order's JWT.", required: true).GivesText("text/html")
            .Speaks(PaymentPageDialect.Instance),
        Endpoint.Post<StylePaymentPageEndpoint>(PaymentFrameRoutes.Styles, Access.Storefront)
            .Says("Sets the styles of the payment page.").Takes<StylePaymentPageRequest>().Gives<StyledPaymentPage>(),
    ];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(StylePaymentPageRequest))]
[JsonSerializable(typeof(StyledPaymentPage))]
internal sealed partial class PaymentFrameJson : JsonSerializerContext;
