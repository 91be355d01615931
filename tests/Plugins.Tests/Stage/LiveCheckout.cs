using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.Local;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Checkout.Plugins.Tests;

/// <summary>The real host over a real table emulator, with a clock that the tests turn.</summary>
public sealed class LiveCheckout : IAsyncLifetime
{
    public const string DemoShop = "zp3oafdor9";
    public const string Token = "demo-api-token";
    public const string ReadToken = "read-token";
    public const string OrdersToken = "orders-token";
    public const string SettingsToken = "settings-token";

    private AzuriteProcess azurite = null!;
    private WebApplication app = null!;
    private int shops;

    public TurnedClock Clock { get; } = new();

    public HttpClient Http { get; private set; } = null!;

    public T Service<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        azurite = await AzuriteProcess.Start();
        app = LocalHost.Build(
            ["--environment", "Development", "--urls", "http://127.0.0.1:0"],
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(
                    new Dictionary<string, string?>
                    {
                        ["Storage:ConnectionString"] = azurite.ConnectionString,
                        ["Secrets:jwt-signing-key"] = new string('k', 64),
                        ["Local:SamplesFolder"] = Repository.Path("samples"),
                        ["Logging:LogLevel:Default"] = "Warning",
                    }
                );
                builder.Services.AddSingleton<TimeProvider>(Clock);
            }
        );
        await app.StartAsync();
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await azurite.DisposeAsync();
    }

    /// <summary>A shop of the test's own, as the demo shop but for what is changed.</summary>
    public async Task<string> NewShop(Func<Shop, Shop>? change = null)
    {
        var demo = (await Service<IShops>().Load(DemoShop, default))!.Shop;
        var identifier = $"pluginshop{Interlocked.Increment(ref shops)}";
        foreach (var sku in new[] { "OAK_GRATER_SM", "KLS_472945", "RACLETTE_2026" })
            await Service<ICatalog>().Save(identifier, (await Service<ICatalog>().FindBySku(DemoShop, sku, default))!, default);
        var shop = demo with
        {
            Identifier = identifier,
            StorefrontClients = [],
            ApiTokens =
            [
                TokenOf(Token, identifier, "*"),
                TokenOf(ReadToken, identifier, "read_shop_settings", "read_products", "read_webhooks"),
                TokenOf(OrdersToken, identifier, "read_orders", "write_orders"),
                TokenOf(SettingsToken, identifier, "read_shop_settings", "write_shop_settings"),
            ],
        };
        await Service<IShops>().Save(change?.Invoke(shop) ?? shop, etag: null, default);
        return identifier;
    }

    /// <summary>Turns the clock and does what is due then.</summary>
    public async Task Pass(TimeSpan time)
    {
        Clock.Advance(time);
        await Service<WakeUpSweep>().Run(default);
    }

    /// <summary>
    /// Waits for what is being sent of an order, and sends what is left: a clock that is turned until then would time
    /// it out.
    /// </summary>
    public Task Settle(Shopper shopper) =>
        Service<WakeUpSweep>().Handle(new WakeUp(shopper.OrderId, WakeUpKinds.Outbox, Clock.GetUtcNow().AddDays(1)), default);

    public async Task<Answer> Send(HttpMethod method, string path, string? body = null, string? token = Token, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ShopTokens.For(token, path));
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var cost = response.Headers.TryGetValues("Server-Timing", out var timing) ? int.Parse(timing.First().Split('"')[1]) : -1;
        return new Answer(
            (int)response.StatusCode,
            text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!,
            response.Headers.ETag?.ToString() ?? "",
            cost
        );
    }

    public Task<Answer> Admin(
        HttpMethod method,
        string shop,
        string path,
        string? body = null,
        string? token = Token,
        string? ifMatch = null
    ) => Send(method, $"/checkout/shop/{shop}/{path}", body, token, ifMatch);

    private static ApiToken TokenOf(string token, string shop, params string[] scopes) =>
        new(token, ShopTokens.Sha256(ShopTokens.Of(token, shop)), [.. scopes]);
}

/// <param name="Cost">Storage transactions.</param>
public sealed record Answer(int Status, JsonNode Json, string ETag, int Cost)
{
    public JsonNode Data => Json["data"]!;

    public JsonNode State => Data["application_state"]!;

    public JsonNode Error => Json["errors"]![0]!;

    public string Field => Error["field"]!.GetValue<string>();

    public string SubType => Error["sub_type"]!.GetValue<string>();

    public Answer Ok() => Status == 200 ? this : throw new InvalidOperationException($"{Status}: {Json}");
}

[CollectionDefinition(Name)]
public sealed class LiveCheckouts : ICollectionFixture<LiveCheckout>
{
    public const string Name = "live checkout";
}
