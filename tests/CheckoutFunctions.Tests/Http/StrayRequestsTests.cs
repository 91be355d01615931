using Checkout.Functions.Tests.CreateOrder;

namespace Checkout.Functions.Tests.Http;

/// <summary>What reaches the last function because the host's routing found no other.</summary>
public sealed class StrayRequestsTests(FunctionsStage stage) : IClassFixture<FunctionsStage>
{
    [Theory]
    [InlineData("GET", "/shops//v1/info")]
    [InlineData("GET", "//shops/v1/info")]
    [InlineData("GET", "/bold/shops/v1/info")]
    [InlineData("GET", "/bold//shops/v1///info")]
    [InlineData("POST", "/bold//checkout/orders/zp3oafdor9/init")]
    [InlineData("POST", "/checkout//orders/zp3oafdor9//init")]
    public async Task PathWithTooManySlashes_ReachesItsEndpoint(string method, string path)
    {
        await using var app = stage.Open();

        var answer = await app.Stray(method, path, []);

        answer.Status.ShouldBe(200, answer.Body.ToJsonString());
    }

    [Theory]
    [InlineData("GET", "/nothing/here", 404)]
    [InlineData("GET", "/bold//nothing//here", 404)]
    [InlineData("DELETE", "/shops/v1/info", 405)]
    [InlineData("DELETE", "/bold//shops/v1/info", 405)]
    [InlineData("GET", "/bolder/shops/v1/info", 404)]
    public async Task PathThatNothingTakes_IsRefused(string method, string path, int status)
    {
        await using var app = stage.Open();

        (await app.Stray(method, path, [])).Status.ShouldBe(status);
    }

    /// <summary>An init is no order of that name: the literal route wins, as in the hosts' own routing.</summary>
    [Fact]
    public async Task LiteralRoute_WinsOverAParameter()
    {
        await using var app = stage.Open();

        var begun = await app.Stray("POST", "//checkout/orders/zp3oafdor9/init", []);
        var read = await app.Stray("GET", $"//checkout/orders/zp3oafdor9/{begun.OrderId}", []);

        read.Status.ShouldBe(200, read.Body.ToJsonString());
    }
}
