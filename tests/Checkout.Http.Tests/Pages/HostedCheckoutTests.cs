using System.Net;
using Checkout.Http.Frame;
using Checkout.Http.Pages;
using Checkout.Http.Tests.Storefront;
using Checkout.Stores;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Pages;

[Collection(StartedHost.Name)]
public sealed class HostedCheckoutTests(StartedHost host)
{
    [Fact]
    public async Task Link_OfInitializeOrder_OpensThatOrderAlone()
    {
        var mine = await Link();
        var other = await Link();

        using var page = await host.Client.GetAsync(mine);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        using var swapped = await host.Client.GetAsync(new UriBuilder(other) { Query = mine.Query }.Uri);
        swapped.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await swapped.Content.ReadAsStringAsync()).ShouldNotContain("\"token\"");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?key=")]
    [InlineData("?key=!!")]
    [InlineData("?key=AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Page_WithoutTheRightKey_IsNotThere(string query)
    {
        var link = await Link();
        using var page = await host.Client.GetAsync(new UriBuilder(link) { Query = query }.Uri);
        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Page_IsNeverCachedNorFramed_AndRunsNoScriptOfOthers()
    {
        using var page = await host.Client.GetAsync(await Link());

        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldContain("script-src 'self';");
        policy.ShouldNotContain("unsafe");
    }

    [Theory]
    [InlineData(true, "img-src 'self' https: http://localhost:* http://127.0.0.1:* data:;")]
    [InlineData(false, "img-src 'self' https: data:;")]
    public async Task Pictures_ComeFromTheSameMachineInDevelopmentAlone(bool isDevelopment, string expected)
    {
        var stored = await host.Service<IShops>().Load(StartedHost.Shop, CancellationToken.None);

        CheckoutPage.Policy(stored!.Shop, new HttpSettings(isDevelopment), "5eed").ShouldContain(expected);
    }

    [Fact]
    public async Task Files_AreKeptForGoodUnderTheirVersionAlone()
    {
        var html = await host.Client.GetStringAsync(await Link());
        var path = html[(html.IndexOf("src=\"/pages/", StringComparison.Ordinal) + 5)..];
        path = path[..path.IndexOf('"', StringComparison.Ordinal)];

        using var current = await host.Client.GetAsync(path);
        current.Headers.CacheControl!.ToString().ShouldContain("immutable");
        current.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        using var older = await host.Client.GetAsync("/pages/0123456789abcdef/checkout/main.js");
        older.Headers.CacheControl!.NoCache.ShouldBeTrue();
        using var template = await host.Client.GetAsync("/pages/0123456789abcdef/checkout/index.html");
        template.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("#1a7a45", "--shop-accent:#1a7a45;--shop-on-accent:#ffffff;")]
    [InlineData("#ffff00", "--shop-accent-dark:#ffff00;--shop-on-accent-dark:#16181b;")]
    public void AccentColor_IsUsedWhereItCanBeRead(string color, string expected)
    {
        AccentColor.Css(color).ShouldContain(expected);
        AccentColor.Css("#ffff00").ShouldNotContain("--shop-accent:");
    }

    private async Task<Uri> Link()
    {
        string? link = null;
        await host.NewOrder(opened: data => link = data.GetProperty("hosted_checkout_url").GetString());
        return new Uri(link!);
    }
}
