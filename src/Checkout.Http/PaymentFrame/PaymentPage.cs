using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Http.Frame;
using Checkout.Orders;
using Checkout.Payments.TestGateway;
using Checkout.Shops;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.PaymentFrame;

/// <summary>
/// The card form in a frame of the shop's page. Everything it needs is in the one document; the content security policy
/// lets it run its own script, call this API and be framed by the shop's origins alone, and for Stripe also run Stripe's
/// script with the frames that it takes the card in.
/// </summary>
internal static class PaymentPage
{
    private static readonly string Template = Resource("page.html");
    private static readonly string Css = Resource("page.css");
    private const string StripeScripts = " https://js.stripe.com";
    private const string StripeFrames = "; frame-src https://js.stripe.com https://hooks.stripe.com; img-src https://*.stripe.com";
    private const string StripeApi = " https://api.stripe.com";

    /// <summary>Where a shop's page finds it: the host that the shop's backend called, the order, and its JWT.</summary>
    /// <param name="gateway">Null leaves it to the page which gateway's form it is.</param>
    public static string Address(HttpRequest request, Order order, string jwt, GatewaySettings? gateway = null) =>
        $"{Origin(request)}/{PaymentFrameRoutes.OrderPath(order.ShopIdentifier, order.PublicOrderId)}/payments/iframe"
        + $"?token={Uri.EscapeDataString(jwt)}"
        + (gateway is null ? "" : $"&gateway={gateway.Number}");

    public static Reply Of(Call call, Order order, GatewaySettings gateway, GatewayForm form)
    {
        var isStripe = form.Type == GatewayForm.Stripe;
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var own = Origin(call.Http.Request);
        var origins = call.Shop.CorsOrigins.Insert(0, own);
        var settings = new PageSettings(
            own,
            call.Parameter("token") ?? "",
            form.Type,
            new PageGateway(gateway.PublicId, form.PublishableKey, form.PaymentMethodTypes),
            call.Shop.Locale,
            origins,
            nonce,
            StyleSheet.Of(order.PaymentPageStyles),
            isStripe ? ImmutableDictionary<string, TestCard>.Empty : TestCards.ByNumber
        );

        call.Http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'nonce-{nonce}'{(isStripe ? StripeScripts : "")}; style-src 'nonce-{nonce}'; "
            + $"connect-src 'self'{(isStripe ? StripeApi : "")}{(isStripe ? StripeFrames : "")}; "
            + $"base-uri 'none'; form-action 'none'; frame-ancestors {string.Join(' ', origins)}";
        call.Http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return new ContentReply(
            Html(
                StatusCodes.Status200OK,
                Template
                    .Replace("{{css}}", Css, StringComparison.Ordinal)
                    .Replace("{{script}}", PaymentScripts.Page, StringComparison.Ordinal)
                    .Replace("{{note}}", isStripe ? " hidden" : "", StringComparison.Ordinal)
                    .Replace("{{nonce}}", nonce, StringComparison.Ordinal)
                    .Replace(
                        "{{settings}}",
                        JsonSerializer.Serialize(settings, PaymentPageJson.Default.PageSettings),
                        StringComparison.Ordinal
                    )
            )
        );
    }

    internal static IResult Html(int status, string html) => Results.Content(html, "text/html; charset=utf-8", Encoding.UTF8, status);

    private static string Origin(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    internal static string Resource(string name)
    {
        using var stream =
            typeof(PaymentPage).Assembly.GetManifestResourceStream($"payment-frame/{name}")
            ?? throw new InvalidOperationException($"{name} is not part of the build.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

/// <summary>What the page's script reads; escaped by the serializer, so that nothing in it can end the script element.</summary>
/// <param name="Host">Where the API is, which is where the page came from.</param>
/// <param name="Type">As in <see cref="GatewayForm"/>.</param>
internal sealed record PageSettings(
    string Host,
    string Token,
    string Type,
    PageGateway Gateway,
    string Language,
    ImmutableArray<string> Origins,
    string Nonce,
    StyleSheet StyleSheet,
    IReadOnlyDictionary<string, TestCard> Cards
);

/// <summary>In the names that the scripts share with the payments SDK.</summary>
internal sealed record PageGateway(
    [property: JsonPropertyName("public_id")] string PublicId,
    [property: JsonPropertyName("publishable_key")] string PublishableKey,
    [property: JsonPropertyName("payment_method_types")] ImmutableArray<string> PaymentMethodTypes
);
