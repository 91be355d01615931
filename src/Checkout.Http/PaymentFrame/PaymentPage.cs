using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Checkout.Http.Frame;
using Checkout.Orders;
using Checkout.Payments.TestGateway;
using Checkout.Shops;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.PaymentFrame;

/// <summary>
/// The test gateway's card form, shown in a frame of the shop's page. Everything it needs is in the one document;
/// the content security policy lets it run its own script, call this API and be framed by the shop's origins alone.
/// </summary>
internal static class PaymentPage
{
    private static readonly string Template = Resource("page.html");
    private static readonly string Css = Resource("page.css");
    private static readonly string Script = Resource("page.js");

    /// <summary>Where a shop's page finds it: the host that the shop's backend called, the order, and its JWT.</summary>
    public static string Address(HttpRequest request, Order order, string jwt) =>
        $"{Origin(request)}/{PaymentFrameRoutes.OrderPath(order.ShopIdentifier, order.PublicOrderId)}/payments/iframe?token={Uri.EscapeDataString(jwt)}";

    public static Reply Of(Call call, Order order, GatewaySettings gateway)
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var own = Origin(call.Http.Request);
        var origins = call.Shop.CorsOrigins.Insert(0, own);
        var settings = new PageSettings(
            $"/{PaymentFrameRoutes.OrderPath(order.ShopIdentifier, order.PublicOrderId)}",
            call.Parameter("token") ?? "",
            order.PublicOrderId,
            gateway.PublicId,
            origins,
            nonce,
            StyleSheet.Of(order.PaymentPageStyles),
            TestCards.ByNumber);

        call.Http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors {string.Join(' ', origins)}";
        call.Http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return new ContentReply(Html(StatusCodes.Status200OK, Template
            .Replace("{{css}}", Css, StringComparison.Ordinal)
            .Replace("{{script}}", Script, StringComparison.Ordinal)
            .Replace("{{nonce}}", nonce, StringComparison.Ordinal)
            .Replace("{{settings}}", JsonSerializer.Serialize(settings, PaymentPageJson.Default.PageSettings), StringComparison.Ordinal)));
    }

    internal static IResult Html(int status, string html) => Results.Content(html, "text/html; charset=utf-8", Encoding.UTF8, status);

    private static string Origin(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    private static string Resource(string name)
    {
        using var stream = typeof(PaymentPage).Assembly.GetManifestResourceStream($"payment-frame/{name}")
            ?? throw new InvalidOperationException($"{name} is not part of the build.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

/// <summary>What the page's script reads; escaped by the serializer, so that nothing in it can end the script element.</summary>
internal sealed record PageSettings(
    string Api,
    string Token,
    string Order,
    string Gateway,
    ImmutableArray<string> Origins,
    string Nonce,
    StyleSheet StyleSheet,
    IReadOnlyDictionary<string, TestCard> Cards);
