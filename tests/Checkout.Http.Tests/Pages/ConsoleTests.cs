using System.Net;
using System.Text.Json;
using Checkout.Http.Tests.Storefront;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Pages;

[Collection(StartedHost.Name)]
public sealed class ConsoleTests(StartedHost host)
{
    [Theory]
    [InlineData("/console")]
    [InlineData("/console/")]
    [InlineData("/console/orders/woiph4vhqss9jjr50lR5am7IWurQ8FdbmtdOj4aaFIOfFiFGcvhY6x1t6eT0GoB")]
    public async Task Page_OfEveryPath_RunsOurScriptsAloneAndIsFramedByNobody(string path)
    {
        using var page = await host.Client.GetAsync(path);

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("style-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
    }

    [Fact]
    public async Task Page_NamesFilesThatAreThere()
    {
        var html = await host.Client.GetStringAsync("/console/");

        var files = html.Split('"').Where(part => part.StartsWith("/pages/", StringComparison.Ordinal)).Distinct().ToArray();
        files.ShouldContain(file => file.EndsWith("/console/main.js", StringComparison.Ordinal));
        foreach (var file in files)
        {
            using var answer = await host.Client.GetAsync(file);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, file);
        }

        html.ShouldNotContain("{{");
    }

    [Fact]
    public async Task FrontDoor_LinksToWhatIsHere_AndInDevelopmentToTheShops()
    {
        using var page = await host.Client.GetAsync("/");

        page.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe");
        var html = await page.Content.ReadAsStringAsync();
        foreach (var link in new[] { "/console/", "/docs", "/health/ready", $"/console/?shop={StartedHost.Shop}" })
            html.ShouldContain($"href=\"{link}\"");
        html.ShouldNotContain("{{");
    }

    [Fact]
    public async Task Me_OfAToken_TellsItsScopesAndTheShop()
    {
        using var answer = await Me("Bearer demo-api-token");

        var me = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("data");
        me.GetProperty("name").GetString().ShouldBe("development");
        me.GetProperty("scopes").EnumerateArray().Single().GetString().ShouldBe("*");
        me.GetProperty("shop_identifier").GetString().ShouldBe(StartedHost.Shop);
        me.GetProperty("currency").GetString().ShouldBe("CAD");
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("Bearer another-token", HttpStatusCode.Unauthorized)]
    public async Task Me_WithoutATokenOfTheShop_IsRefused(string? authorization, HttpStatusCode status)
    {
        using var answer = await Me(authorization);

        answer.StatusCode.ShouldBe(status);
    }

    private async Task<HttpResponseMessage> Me(string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/checkout/shop/{StartedHost.Shop}/me");
        if (authorization is not null)
            request.Headers.Add("Authorization", authorization);
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", "eyJhdXRoX3R5cCI6ImFhZCIsImNsYWltcyI6W3sidHlwIjoicm9sZXMiLCJ2YWwiOiJhZG1pbiJ9XX0=");
        request.Headers.Add("X-Checkout-Console", "1");
        return await host.Client.SendAsync(request);
    }
}
