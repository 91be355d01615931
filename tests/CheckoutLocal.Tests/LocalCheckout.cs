using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Core.Pipeline;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Checkout.Local.Tests;

/// <summary>The real host with the demo shop, on a free port over a real table emulator; shared by the tests of this project.</summary>
public sealed class LocalCheckout : IAsyncLifetime
{
    public const string Shop = "zp3oafdor9";
    public const string OtherShop = "othershop1";
    public const string Token = "demo-api-token";
    public const string OtherShopsToken = "other-shops-token";
    public const string ReadOnlyToken = "read-only-token";
    public const string DeploymentToken = "the-token-of-the-deployment";

    private readonly DirectoryInfo mail = Directory.CreateTempSubdirectory("mail-");
    private readonly string tablePrefix = $"c{Guid.NewGuid():N}";
    private string storage = null!;
    private WebApplication app = null!;

    public HttpClient Http { get; private set; } = null!;

    /// <summary>The host's clock; null is the machine's.</summary>
    public TimeProvider? Time { get; init; }

    /// <summary>The emulator that has its tables; null is the one that all share.</summary>
    public AzuriteProcess? Storage { get; init; }

    /// <summary>The letters written about an order.</summary>
    public IReadOnlyList<string> Letters(string publicOrderId)
    {
        var folder = Path.Combine(mail.FullName, publicOrderId);
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder).Select(File.ReadAllText)] : [];
    }

    /// <summary>All letters written.</summary>
    public IReadOnlyList<string> Letters() =>
        [.. mail.EnumerateFiles("*.eml", SearchOption.AllDirectories).Select(file => File.ReadAllText(file.FullName))];

    public T Service<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        storage = (Storage ?? await AzuriteProcess.Shared).ConnectionString;
        await Start();
        await AddShops();
    }

    /// <summary>Another process on the same tables.</summary>
    public async Task Restart()
    {
        await Stop();
        await Start();
    }

    public async Task DisposeAsync()
    {
        await Stop();
        mail.Delete(recursive: true);
    }

    private async Task Start()
    {
        app = LocalHost.Build(
            ["--environment", "Development", "--urls", "http://127.0.0.1:0"],
            builder =>
            {
                builder.Services.AddSingleton<HttpPipelineTransport>(new HttpClientTransport(new HttpClient(new LimitedConnection())));
                if (Time is not null)
                    builder.Services.AddSingleton(Time);
                builder.Configuration.AddInMemoryCollection(
                    new Dictionary<string, string?>
                    {
                        ["Storage:ConnectionString"] = storage,
                        ["Storage:TablePrefix"] = tablePrefix,
                        ["Secrets:jwt-signing-key"] = new string('k', 64),
                        ["Secrets:api-token"] = DeploymentToken,
                        ["Secrets:shops-stripeshop1-stripe-key"] = "sk_test_standin",
                        ["Secrets:shops-stripeshop1-stripe-webhook"] = "whsec_test",
                        ["Secrets:shops-dashboard1-stripe-key"] = "sk_test_standin",
                        ["Secrets:shops-dashboard1-stripe-webhook"] = "whsec_test",
                        ["Local:SamplesFolder"] = Repository.Path("samples"),
                        ["Mail:Folder"] = mail.FullName,
                        ["Logging:LogLevel:Default"] = "Warning",
                    }
                );
            }
        );
        await app.StartAsync();
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    private async Task Stop()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    public Task<Answer> Init(string body = "{}", string? token = Token) =>
        Send(HttpMethod.Post, $"/checkout/orders/{Shop}/init", body, token);

    public Task<Answer> Create(JsonNode body) => Send(HttpMethod.Post, $"/checkout/orders/{Shop}/create", body.ToJsonString());

    public Task<Answer> Send(HttpMethod method, string path, string? body = null, string? token = Token) =>
        Send(
            new HttpRequestMessage(method, path)
            {
                Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
            },
            token
        );

    public async Task<Answer> Send(HttpRequestMessage request, string? token = Token)
    {
        using (request)
        {
            if (token is not null)
                request.Headers.Authorization = new AuthenticationHeaderValue(
                    "Bearer",
                    token == Token ? ShopTokens.For(token, request.RequestUri!.OriginalString) : token
                );
            using var response = await Http.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            return new Answer(
                (int)response.StatusCode,
                text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!,
                response.Content.Headers.ContentType?.ToString() ?? "",
                response.Headers
            );
        }
    }

    /// <summary>The request of the guide under a key of its own.</summary>
    public static JsonObject GuideRequest(string idempotencyKey)
    {
        var request = JsonNode.Parse(File.ReadAllBytes(Repository.Path("samples", "create-order.json")))!.AsObject();
        request["idempotency_key"] = idempotencyKey;
        return request;
    }

    private async Task AddShops()
    {
        var shops = Service<IShops>();
        var demo = (await shops.Load(Shop, default))!.Shop;
        await shops.Save(
            demo with
            {
                ApiTokens = [.. demo.ApiTokens, TokenOf(ReadOnlyToken, "read_orders")],
                CorsOrigins = ["https://store.example.com"],
            },
            etag: null,
            default
        );
        await shops.Save(
            demo with
            {
                Identifier = OtherShop,
                ApiTokens = [TokenOf(OtherShopsToken, "*")],
                StorefrontClients = [],
            },
            etag: null,
            default
        );
    }

    private static ApiToken TokenOf(string token, string scope) =>
        new(token, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(token))), [scope]);
}

/// <param name="Json">The whole body.</param>
public sealed record Answer(int Status, JsonNode Json, string ContentType, HttpResponseHeaders Headers)
{
    public JsonNode Data => Json["data"]!;

    public JsonNode State => Data["application_state"]!;

    public string OrderId => Text(Data["public_order_id"]);

    public JsonNode Error => Json["errors"]![0]!;

    public string Field => Text(Error["field"]);

    public string SubType => Text(Error["sub_type"]);

    /// <summary>Storage transactions that the call cost.</summary>
    public int Cost => int.Parse(Headers.GetValues("Server-Timing").Single().Split('"')[1]);

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}

[CollectionDefinition(Name)]
public sealed class LocalCheckouts : ICollectionFixture<LocalCheckout>
{
    public const string Name = "local checkout";
}
