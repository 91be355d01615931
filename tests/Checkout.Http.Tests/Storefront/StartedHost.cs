using System.Text.Json;
using Checkout.Local;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Checkout.Http.Tests.Storefront;

/// <summary>CheckoutLocal with the demo shop, on a free port over a real table emulator.</summary>
public sealed class StartedHost : IAsyncLifetime
{
    public const string Name = "started host";
    public const string Shop = "zp3oafdor9";
    public const string SigningKey = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private AzuriteProcess? azurite;
    private WebApplication? app;

    public HttpClient Client { get; private set; } = null!;

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
                        ["Local:SamplesFolder"] = Repository.Path("samples"),
                        ["Secrets:jwt-signing-key"] = SigningKey,
                        ["Logging:LogLevel:Default"] = "Warning",
                    }
                );
                builder.Services.Replace(ServiceDescriptor.Singleton<IMailDomains, KnownMailDomains>());
                builder.Services.AddSingleton<IMailDomains, KnownMailDomains>();
            }
        );
        await app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await app!.StopAsync();
        await app.DisposeAsync();
        await azurite!.DisposeAsync();
    }

    /// <summary>Changes the shop for one test; the caller puts it back.</summary>
    public async Task<Shop> Change(Func<Shop, Shop> change)
    {
        var shops = app!.Services.GetRequiredService<IShops>();
        var stored = await shops.Load(Shop, CancellationToken.None);
        await shops.Save(change(stored!.Shop), stored.ETag, CancellationToken.None);
        return stored.Shop;
    }

    public T Service<T>()
        where T : notnull => app!.Services.GetRequiredService<T>();

    /// <summary>A new order with one grater in it, and the JWT to go on with.</summary>
    public async Task<Checkout> NewOrder(string? extra = null, Action<JsonElement>? opened = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/checkout/orders/{Shop}/init");
        request.Headers.Add("Authorization", "Bearer demo-api-token");
        request.Content = Json(
            $$"""{"cart_items":[{"sku":"OAK_GRATER_SM","quantity":2,"line_item_key":"grater"}]{{(extra is null ? "" : "," + extra)}}}"""
        );
        var answer = await Client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException(body);
        var data = JsonDocument.Parse(body).RootElement.GetProperty("data");
        opened?.Invoke(data);
        return new Checkout(Client, data.GetProperty("public_order_id").GetString()!, data.GetProperty("jwt_token").GetString()!);
    }

    /// <summary>An order whose cart a platform keeps.</summary>
    public async Task<Checkout> NewSimpleOrder()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/checkout_sidekick/{Shop}/order");
        request.Headers.Add("Authorization", "Bearer demo-api-token");
        request.Content = Json("""{"flow_id":"bold-booster-m2","order_type":"simple_order"}""");
        using var answer = await Client.SendAsync(request);
        var data = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).RootElement.GetProperty("data");
        return new Checkout(Client, data.GetProperty("public_order_id").GetString()!, data.GetProperty("jwt_token").GetString()!);
    }

    /// <summary>An order that a visitor's browser begins; its JWT is in the session's cookie.</summary>
    public async Task<Checkout> NewCart()
    {
        using var visitor = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = Client.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/storefront/carts");
        request.Headers.Add("Origin", "http://localhost:3000");
        request.Content = Json("""{"lineItems":[{"variantId":"5423","quantity":2}]}""");
        using var answer = await visitor.SendAsync(request);
        var cart = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).RootElement;
        var cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        return new Checkout(Client, cart.GetProperty("id").GetString()!, cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..]);
    }

    public static StringContent Json(string json) => new(json, System.Text.Encoding.UTF8, "application/json");

    /// <summary>A name system of our own: the machine's may be out of reach.</summary>
    private sealed class KnownMailDomains : IMailDomains
    {
        public Task<bool?> TakesMail(string domain, CancellationToken cancellation) =>
            Task.FromResult<bool?>(
                domain switch
                {
                    "nowhere.example" => false,
                    "unreachable.example" => null,
                    _ => true,
                }
            );
    }
}

[CollectionDefinition(StartedHost.Name)]
public sealed class StartedHostCollection : ICollectionFixture<StartedHost>;

/// <summary>One order and its storefront calls.</summary>
public sealed class Checkout(HttpClient client, string orderId, string jwt)
{
    public const string Winnipeg =
        """{"first_name":"John","last_name":"Doe","address_line_1":"50 Fultz Blvd","city":"Winnipeg","province":"Manitoba","province_code":"MB","country":"Canada","country_code":"CA","postal_code":"R3Y0L6","phone_number":"8005550101"}""";
    public const string John = """{"first_name":"John","last_name":"Doe","email_address":"john.doe@example.com"}""";
    public const string Gateway = "testgateway00000000000000000000000000000000000000000000000000001";

    public string OrderId => orderId;
    public string Jwt => jwt;

    public Task<Answer> Get(string path) => Send("GET", path);

    public Task<Answer> Post(string path, string? body = null) => Send("POST", path, body);

    public Task<Answer> Put(string path, string body) => Send("PUT", path, body);

    public Task<Answer> Patch(string path, string body) => Send("PATCH", path, body);

    public Task<Answer> Delete(string path, string? body = null) => Send("DELETE", path, body);

    public async Task<Answer> Send(string method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/checkout/storefront/{StartedHost.Shop}/{orderId}{path}");
        request.Headers.Add("Authorization", "Bearer " + jwt);
        if (body is not null)
            request.Content = StartedHost.Json(body);
        using var answer = await client.SendAsync(request);
        var cost = answer.Headers.TryGetValues("Server-Timing", out var timing) ? int.Parse(timing.First().Split('"')[1]) : -1;
        return new Answer(
            (int)answer.StatusCode,
            JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement,
            cost,
            answer.Headers.RetryAfter?.Delta
        );
    }

    /// <summary>Everything that process_order needs but the payment.</summary>
    public async Task Fill()
    {
        foreach (
            var (path, body) in new[]
            {
                ("/customer/guest", John),
                ("/addresses/shipping", Winnipeg),
                ("/addresses/billing", Winnipeg),
                ("/shipping_lines", """{"index":"0"}"""),
                ("/taxes", "{}"),
            }
        )
            (await Post(path, body)).Ok();
    }

    public Task<Answer> Batch(params (string Method, string Endpoint, string Payload)[] parts) =>
        Post(
            "/batch",
            "{\"sub_requests\":["
                + string.Join(
                    ',',
                    parts.Select(p => $"{{\"method\":\"{p.Method}\",\"endpoint\":\"{p.Endpoint}\",\"payload\":{p.Payload}}}")
                )
                + "]}"
        );

    public Task<Answer> Pay(string token, string? amount = null) =>
        Post(
            "/payments",
            $$"""{"gateway_public_id":"{{Gateway}}","token":"{{token}}","currency":"CAD"{{(amount is null ? "" : $",\"amount\":{amount}")}}}"""
        );
}

/// <param name="Cost">Storage transactions.</param>
public sealed record Answer(int Status, JsonElement Body, int Cost, TimeSpan? RetryAfter = null)
{
    public JsonElement Data => Body.GetProperty("data");
    public JsonElement State => Data.GetProperty("application_state");
    public JsonElement Error => Body.GetProperty("errors")[0];
    public string Field => Error.GetProperty("field").GetString()!;

    public (string, string, string, string) Combination => (Text("type"), Text("field"), Text("severity"), Text("sub_type"));

    public Answer Ok() => Status == 200 ? this : throw new InvalidOperationException($"{Status}: {Body}");

    private string Text(string name) => Error.GetProperty(name).GetString()!;
}
