using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.Http.Dialects.BigCommerce;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Hosting;
using Checkout.Http.Pipeline;
using Checkout.Http.Pipeline.ApiDocuments;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Endpoint = Checkout.Http.Frame.Endpoint;

namespace Checkout.Http.Tests.Guide;

/// <summary>What CONTRIBUTING.md says of a new endpoint, done: one file and one line of the table.</summary>
public sealed class EndpointGuideTests : IShops, ISecrets
{
    private const string Token = "shop-token";
    private static readonly Endpoint Line =
        Endpoint.Post<QuotePriceEndpoint>(QuotePriceEndpoint.Route, Access.Backend(Scopes.ReadOrders))
            .Says("Quotes a price.").Takes<QuotePriceRequest>().Gives<QuotedPrice>();

    private static readonly Shop Shop = ShopDocument.Parse(Encoding.UTF8.GetBytes($$"""
        {"identifier":"demo","name":"Demo","currency":"CAD","cors_origins":[],
         "api_tokens":[{"name":"back office","sha256":"{{Hash(Token)}}","scopes":["*"]}]}
        """)).Value;

    [Fact]
    public void Guide_ShowsTheSample_AsItIsCompiled()
    {
        var guide = File.ReadAllText(Repository.Path("CONTRIBUTING.md"));

        Code(guide, "public sealed class QuotePriceEndpoint").ShouldBe(Code(Sample(), "public sealed class QuotePriceEndpoint"));
        guide.ShouldContain("Endpoint.Post<QuotePriceEndpoint>(QuotePriceEndpoint.Route, Access.Backend(Scopes.ReadOrders))");
        guide.ShouldContain(".Says(\"Quotes a price.\").Takes<QuotePriceRequest>().Gives<QuotedPrice>(),");
    }

    [Fact]
    public async Task Sample_InATable_AnswersItsCall()
    {
        var (status, body) = await Ask(BoldDialect.Instance, """{"price":250,"quantity":3}""");

        status.ShouldBe(200);
        body.ShouldBe("""{"data":{"amount":750,"currency":"CAD"}}""");
    }

    [Fact]
    public async Task Sample_WithAWrongField_IsRefusedInTheDialectOfItsTable()
    {
        var bold = await Ask(BoldDialect.Instance, """{"price":250}""");
        var facade = await Ask(BigCommerceDialect.Instance, """{"price":250}""");

        bold.Status.ShouldBe(422);
        JsonNode.Parse(bold.Body)!["errors"]![0]!["field"]!.GetValue<string>().ShouldBe("quantity");
        facade.Status.ShouldBe(422);
        JsonNode.Parse(facade.Body)!["errors"]![0]!["detail"]!.GetValue<string>().ShouldBe("quantity is required.");
    }

    [Fact]
    public void Sample_InATable_IsInTheApiDocument()
    {
        var document = JsonNode.Parse(new ApiDocument(Table(BoldDialect.Instance), () => []).Written.Span)!;

        document["paths"]!["/checkout/orders/{shop_identifier}/quotes"]!["post"]!["operationId"]!.GetValue<string>().ShouldBe("QuotePrice");
    }

    Task<Shop?> IShops.Find(string identifier, CancellationToken cancellation) =>
        Task.FromResult(identifier == Shop.Identifier ? Shop : null);

    Task<StoredShop?> IShops.Load(string identifier, CancellationToken cancellation) => throw new NotSupportedException();

    Task<Result<bool>> IShops.Save(Shop shop, string? etag, CancellationToken cancellation) => throw new NotSupportedException();

    Task<IReadOnlyList<string>> IShops.Identifiers(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>([Shop.Identifier]);

    Task<string?> ISecrets.Find(string name, CancellationToken cancellation) => Task.FromResult<string?>(null);

    Task<IReadOnlyList<SecretVersion>> ISecrets.Versions(string name, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<SecretVersion>>([]);

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static EndpointTable Table(IDialect dialect) => new(new EndpointArea(dialect, [Line]));

    private async Task<(int Status, string Body)> Ask(IDialect dialect, string body)
    {
        await using var host = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IShops>(this)
            .AddSingleton<ISecrets>(this)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IStorageMeter, ScopedStorageMeter>()
            .AddCheckoutHttp(new HttpSettings(IsDevelopment: false), Table(dialect))
            .BuildServiceProvider();
        await using var scope = host.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.RouteValues["shop_identifier"] = Shop.Identifier;
        http.Request.Headers.Authorization = $"Bearer {Token}";
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        using var answer = new MemoryStream();
        http.Response.Body = answer;

        var result = await host.GetRequiredService<Dispatcher>().Run("QuotePrice", http);
        await result.ExecuteAsync(http);
        return (http.Response.StatusCode, Encoding.UTF8.GetString(answer.ToArray()));
    }

    private static string Sample() => File.ReadAllText(Repository.Path("tests/Checkout.Http.Tests/Guide/QuotePriceEndpoint.cs"));

    /// <summary>Code from a line on to the end of its block, without the indentation of a list.</summary>
    private static string Code(string text, string from)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd()).ToList();
        var start = lines.FindIndex(line => line.Contains(from, StringComparison.Ordinal));
        start.ShouldBeGreaterThanOrEqualTo(0, from);
        var block = lines.Skip(start).TakeWhile(line => !line.Contains("```", StringComparison.Ordinal));
        return string.Join('\n', block.Select(line => line.Trim())).Trim();
    }
}
