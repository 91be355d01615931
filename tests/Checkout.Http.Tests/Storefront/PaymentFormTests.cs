using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Checkout.Shops;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Storefront;

/// <summary>What a browser gets to take a card with: the script, the gateways, the page in a frame.</summary>
[Collection(StartedHost.Name)]
public sealed class PaymentFormTests(StartedHost host)
{
    private static readonly GatewaySettings Stripe = new GatewaySettings
    {
        PublicId = "cards",
        Driver = "stripe",
        Currency = "CAD",
    } with
    {
        Settings = new Dictionary<string, string>
        {
            ["api_key"] = "secret:stripe-key",
            ["webhook_secret"] = "secret:stripe-webhook",
            ["publishable_key"] = "pk_test_form",
            ["payment_method_types"] = "card, link, klarna",
            ["return_url"] = "https://shop.example.com",
            ["account_country"] = "CA",
            ["gateway_id"] = "42",
        }.ToImmutableDictionary(),
    };

    [Theory]
    [InlineData("payments.js")]
    [InlineData("js/payments_sdk.js")]
    public async Task Script_IsCachedForAllOrigins_AndItsETagIsItsIntegrity(string path)
    {
        using var answer = await host.Client.GetAsync(path);
        var script = await answer.Content.ReadAsByteArrayAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.ETag!.Tag.ShouldBe($"\"sha384-{Convert.ToBase64String(SHA384.HashData(script))}\"");
        answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=3600");
        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag);
        (await host.Client.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Script_TakenAsGzip_IsSmallAndTheSame()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "payments.js");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        using var answer = await host.Client.SendAsync(request);
        var packed = await answer.Content.ReadAsByteArrayAsync();
        using var unpacked = new MemoryStream();
        await new System.IO.Compression.GZipStream(new MemoryStream(packed), System.IO.Compression.CompressionMode.Decompress).CopyToAsync(
            unpacked
        );

        packed.Length.ShouldBeLessThan(15_000);
        unpacked.ToArray().ShouldBe(await host.Client.GetByteArrayAsync("payments.js"));
    }

    [Fact]
    public async Task Stripe_IsOfferedByNumberWithItsPublicKeyAlone()
    {
        var before = await host.Change(shop => shop with { Gateways = [Stripe, .. shop.Gateways] });
        try
        {
            JsonElement initial = default;
            var checkout = await host.NewOrder(opened: opened => initial = opened.GetProperty("initial_data"));
            var listed = (await checkout.Get("/payments/gateways")).Ok();

            initial.GetProperty("eps_gateways").GetProperty("42").GetProperty("auth_token").GetString().ShouldNotBeNullOrEmpty();
            initial.GetProperty("external_payment_gateways")[0].GetProperty("iframe_url").GetString()!.ShouldEndWith("&gateway=42");
            var button = initial.GetProperty("alternative_payment_methods").EnumerateArray().ShouldHaveSingleItem();
            (
                button.GetProperty("type").GetString(),
                button.GetProperty("key").GetString(),
                button.GetProperty("account_country").GetString()
            ).ShouldBe(("stripe", "pk_test_form", "CA"));
            var gateway = listed.Data.GetProperty("gateways")[0];
            (
                gateway.GetProperty("gateway_id").GetInt32(),
                gateway.GetProperty("type").GetString(),
                gateway.GetProperty("publishable_key").GetString()
            ).ShouldBe((42, "stripe", "pk_test_form"));
            gateway.GetProperty("payment_method_types").EnumerateArray().Select(t => t.GetString()).ShouldBe(["card", "link", "klarna"]);
            listed.Cost.ShouldBe(1);
            (listed.Body.ToString() + initial).ShouldNotContain("stripe-key");
        }
        finally
        {
            await host.Change(_ => before);
        }
    }

    [Fact]
    public async Task Page_OfStripe_LetsStripeInAndNobodyElse()
    {
        var before = await host.Change(shop => shop with { Gateways = [Stripe, .. shop.Gateways] });
        try
        {
            var checkout = await host.NewOrder();
            using var page = await Page(checkout, "42");
            using var test = await Page(checkout, Checkout.Gateway);
            using var none = await Page(checkout, "43");

            var policy = page.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
            policy.ShouldContain("https://js.stripe.com");
            policy.ShouldContain("connect-src 'self' https://api.stripe.com;");
            policy.ShouldNotContain("unsafe");
            var html = await page.Content.ReadAsStringAsync();
            html.ShouldContain("pk_test_form");
            html.ShouldContain("""["card","link"]""");
            html.ShouldNotContain("tok_visa");
            test.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldNotContain("stripe");
            none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
        finally
        {
            await host.Change(_ => before);
        }
    }

    [Fact]
    public async Task AppleDomainAssociation_WithoutTheSetting_IsNotThere() =>
        (await host.Client.GetAsync(".well-known/apple-developer-merchantid-domain-association")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );

    private Task<HttpResponseMessage> Page(Checkout checkout, string gateway) =>
        host.Client.GetAsync(
            $"checkout/storefront/{StartedHost.Shop}/{checkout.OrderId}/payments/iframe?token={checkout.Jwt}&gateway={gateway}"
        );
}
