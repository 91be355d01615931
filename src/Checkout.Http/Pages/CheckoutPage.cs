using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Shops;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Pages;

/// <summary>
/// The checkout that a merchant need not write: one page from contact to thanks, and the order's status after it. Its content
/// security policy lets it run our scripts and the gateway's alone, and nobody may frame it.
/// </summary>
internal static class CheckoutPage
{
    private const string Stripe = "stripe";

    public static Reply Of(HttpContext http, HttpSettings host, Shop shop, CheckoutPageSettings settings)
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        http.Response.Headers.ContentSecurityPolicy = Policy(shop, host, nonce);
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        var look = shop.HostedCheckout;
        return Html(
            PageFiles
                .Text("checkout/index.html")
                .Replace("{{language}}", Encoded(shop.Locale), StringComparison.Ordinal)
                .Replace("{{title}}", Encoded(shop.Name), StringComparison.Ordinal)
                .Replace("{{files}}", $"/pages/{PageFiles.Version}", StringComparison.Ordinal)
                .Replace("{{payments}}", "/payments.js", StringComparison.Ordinal)
                .Replace("{{nonce}}", nonce, StringComparison.Ordinal)
                .Replace("{{brand}}", AccentColor.Css(look.AccentColor), StringComparison.Ordinal)
                .Replace(
                    "{{logo}}",
                    look.LogoUrl is { } logo ? $"<img src=\"{Encoded(logo)}\" alt=\"{Encoded(shop.Name)}\">" : Encoded(shop.Name),
                    StringComparison.Ordinal
                )
                .Replace(
                    "{{settings}}",
                    JsonSerializer.Serialize(settings, CheckoutPageJson.Default.CheckoutPageSettings),
                    StringComparison.Ordinal
                )
        );
    }

    private static ContentReply Html(string html) => new(Results.Content(html, "text/html; charset=utf-8", Encoding.UTF8));

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Pictures come from any https address; in development also from a shop on the same machine.</summary>
    internal static string Policy(Shop shop, HttpSettings host, string nonce)
    {
        var stripe = shop.Gateways.Any(gateway => gateway.Driver == Stripe);
        var (scripts, calls, frames) = stripe
            ? (" https://js.stripe.com", " https://api.stripe.com", " https://js.stripe.com https://hooks.stripe.com")
            : ("", "", "");
        var pictures = host.IsDevelopment ? " http://localhost:* http://127.0.0.1:*" : "";
        return $"default-src 'none'; script-src 'self'{scripts}; style-src 'self' 'nonce-{nonce}'; img-src 'self' https:{pictures} data:; "
            + $"connect-src 'self'{calls}; frame-src 'self'{frames}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }
}

/// <summary>What the page's script reads; escaped by the serializer, so that nothing in it can end the script element.</summary>
internal sealed record CheckoutPageSettings
{
    public required string Api { get; init; }
    public required string Token { get; init; }
    public required string Locale { get; init; }
    public required string Country { get; init; }
    public required bool Vaulting { get; init; }
    public required bool Canceled { get; init; }
    public required string OrderNumber { get; init; }
    public required string? LinkToShop { get; init; }
    public required ImmutableArray<PageLink> Links { get; init; }
    public required ImmutableDictionary<string, string> Words { get; init; }

    [JsonConverter(typeof(WireConverter<InitialData>))]
    public required InitialData Initial { get; init; }

    [JsonConverter(typeof(WireConverter<ApplicationState>))]
    public required ApplicationState State { get; init; }
}

/// <param name="Name">terms, privacy or refunds.</param>
internal sealed record PageLink(string Name, string Url);

/// <summary>Writes a part as the API does, in a document that is otherwise in camelCase.</summary>
internal sealed class WireConverter<T> : JsonConverter<T>
    where T : class
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, WireJson.Of<T>());
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CheckoutPageSettings))]
internal sealed partial class CheckoutPageJson : JsonSerializerContext;
