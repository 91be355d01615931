using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.Local;
using Checkout.Stores;
using Checkout.Testing;
using Checkout.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace BigCommerce.Tests;

[CollectionDefinition(nameof(DemoHost))]
public sealed class DemoHostCollection : ICollectionFixture<DemoHost>;

/// <summary>The backend on a free port over a table emulator of its own, with the demo shop.</summary>
public sealed class DemoHost : IAsyncLifetime
{
    public const string Shop = "zp3oafdor9";
    public const string TestGateway = "testgateway00000000000000000000000000000000000000000000000000001";
    public const string ApiToken = "demo-api-token";
    public const string Client = "demo-client";

    /// <summary>Of a second shop; its token is the demo shop's.</summary>
    public const string OtherClient = "other-client";

    private readonly DirectoryInfo mail = Directory.CreateTempSubdirectory("mail-");
    private AzuriteProcess azurite = null!;
    private WebApplication app = null!;
    private HttpClient http = null!;

    public IServiceProvider Services => app.Services;

    public Uri Address => http.BaseAddress!;

    public async Task InitializeAsync()
    {
        azurite = await AzuriteProcess.Start();
        app = LocalHost.Build([
            "--environment",
            "Development",
            "--urls",
            "http://127.0.0.1:0",
            "--Storage:ConnectionString",
            azurite.ConnectionString,
            "--Secrets:jwt-signing-key",
            "a-signing-key-of-at-least-thirty-two-bytes",
            "--Local:SamplesFolder",
            Path.Combine(AppContext.BaseDirectory, "samples"),
            "--Mail:Folder",
            mail.FullName,
            "--Logging:LogLevel:Default",
            "Warning",
        ]);
        await app.StartAsync();
        await AddOtherShop();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        http = new HttpClient { BaseAddress = new Uri(address) };
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        await azurite.DisposeAsync();
        mail.Delete(recursive: true);
    }

    /// <summary>How many letters about an order were sent, once everything that waits has been.</summary>
    public async Task<int> Letters(string publicOrderId)
    {
        var wakeUp = new WakeUp(publicOrderId, WakeUpKinds.Outbox, DateTimeOffset.MaxValue);
        await Services.GetRequiredService<OutboxSender>().Handle(wakeUp, CancellationToken.None);
        var folder = Path.Combine(mail.FullName, publicOrderId);
        return Directory.Exists(folder) ? Directory.GetFiles(folder).Length : 0;
    }

    /// <summary>Before the first call, so that the host's index of clients knows it from the start.</summary>
    private async Task AddOtherShop()
    {
        var shops = Services.GetRequiredService<IShops>();
        var demo = (await shops.Find(Shop, CancellationToken.None))!;
        await shops.Save(
            demo with
            {
                Identifier = "othershop1",
                ApiTokens = [],
                StorefrontClients = [demo.StorefrontClients[0] with { Client = OtherClient }],
                CorsOrigins = ["https://other.example.com"],
            },
            etag: null,
            CancellationToken.None
        );
    }

    /// <summary>An order of one cheese board and one recipe book, as the shop's back office begins it.</summary>
    public async Task<Begun> Begin(params JsonObject[] items)
    {
        JsonNode[] cart = items.Length > 0 ? items : [Item("KLS_472945", 2, "board"), Item("OAK_GRATER_SM", 1, "grater")];
        var answer = await Send(
            "POST",
            $"checkout/orders/{Shop}/init",
            new JsonObject { ["cart_items"] = new JsonArray(cart) },
            Sign.BackOffice
        );
        answer.Status.ShouldBe(200, answer.Text);
        return new Begun(
            answer.Body["data"]!["public_order_id"]!.GetValue<string>(),
            answer.Body["data"]!["jwt_token"]!.GetValue<string>()
        );
    }

    public static JsonObject Item(string sku, int quantity, string key) =>
        new()
        {
            ["sku"] = sku,
            ["quantity"] = quantity,
            ["line_item_key"] = key,
        };

    /// <summary>A call of the facade, as the shop's registered client.</summary>
    public Task<Answer> Call(string method, string path, JsonNode? body = null, Sign? sign = null) =>
        Send(method, $"api/storefront/{path}", body, sign ?? Sign.Registered);

    /// <summary>A call of the Storefront API, as the order's shopper.</summary>
    public async Task<JsonNode> Storefront(Begun order, string method, string path, JsonNode? body = null)
    {
        var answer = await Send(method, $"checkout/storefront/{Shop}/{order.Id}/{path}", body, Sign.Shopper(order));
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Body["data"]!;
    }

    public async Task<JsonNode> State(Begun order) =>
        (await Send("GET", $"checkout/orders/{Shop}/{order.Id}", null, Sign.BackOffice)).Body["data"]!["application_state"]!;

    /// <summary>All that was ever written about the order.</summary>
    public async Task<string> History(Begun order) =>
        (await Send("GET", $"checkout/orders/{Shop}/{order.Id}/timeline", null, Sign.BackOffice)).Body.ToJsonString();

    public async Task<Answer> Send(string method, string path, JsonNode? body, Sign sign, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (sign.Bearer is { } bearer)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        if (sign.Client is { } client)
            request.Headers.Add("X-Auth-Client", client);
        if (sign.Token is { } token)
            request.Headers.Add("X-Auth-Token", token);
        if (sign.Accept is { } accept)
            request.Headers.Accept.ParseAdd(accept);
        request.Content = content ?? (body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));
        using var response = await http.SendAsync(request);
        var cost = response.Headers.TryGetValues("Server-Timing", out var timing) ? int.Parse(timing.First().Split('"')[1], null) : -1;
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), cost);
    }

    /// <summary>A call of nobody, with the answer's headers.</summary>
    public async Task<HttpResponseMessage> Raw(string method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await http.SendAsync(request);
    }
}

public sealed record Begun(string Id, string Jwt);

/// <summary>How a caller signs in, and what it asks to be answered with.</summary>
public sealed record Sign(string? Bearer = null, string? Client = null, string? Token = null, string? Accept = null)
{
    public static Sign BackOffice { get; } = new(Bearer: DemoHost.ApiToken);
    public static Sign Registered { get; } = new(Client: DemoHost.Client, Token: DemoHost.ApiToken);

    public static Sign Shopper(Begun order) => new(Bearer: order.Jwt);
}

/// <param name="Cost">Storage transactions.</param>
public sealed record Answer(int Status, string Text, int Cost)
{
    public JsonNode Body => JsonNode.Parse(Text)!;
}
