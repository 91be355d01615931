using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.Dialects.BigCommerce;
using Checkout.Http.Frame;
using Checkout.Http.PaymentFrame;

namespace Checkout.Http.Hosting;

public static class PaymentFrameRoutes
{
    private const string Payments = "checkout/storefront/{shop_identifier}/{public_order_id}/payments";

    public const string Page = Payments + "/iframe";
    public const string Styles = Payments + "/styles";

    /// <summary>Of one order's storefront calls, without a leading slash.</summary>
    internal static string OrderPath(string shopIdentifier, string publicOrderId) => $"checkout/storefront/{shopIdentifier}/{publicOrderId}";
}

/// <summary>The payment page and its looks.</summary>
public static class PaymentFrameEndpoints
{
    public static ImmutableArray<Endpoint> All { get; } =
    [
        Endpoint.Get<ShowPaymentPageEndpoint>(PaymentFrameRoutes.Page, Access.StorefrontQuery).Says("The payment page, for a frame.").Asks("token", "The order's JWT.", required: true).GivesText("text/html"),
        Endpoint.Post<StylePaymentPageEndpoint>(PaymentFrameRoutes.Styles, Access.Storefront).Says("Sets the styles of the payment page.").Takes<StylePaymentPageRequest>("""{"css_rules":[{"cssText":".field { color: #333; }"}],"media_rules":[]}""").Gives<StyledPaymentPage>(),
    ];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(StylePaymentPageRequest))]
[JsonSerializable(typeof(StyledPaymentPage))]
internal sealed partial class PaymentFrameJson : JsonSerializerContext;

/// <summary>What the page's own script reads.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PageSettings))]
internal sealed partial class PaymentPageJson : JsonSerializerContext;
