using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.Testing;
using Xunit;

namespace Checkout.Acceptance;

[CollectionDefinition(nameof(CheckoutUnderTest))]
public sealed class CheckoutCollection : ICollectionFixture<CheckoutUnderTest>;

/// <summary>
/// A checkout known by its address alone. <c>CHECKOUT_URL</c> names one that runs, with the demo shop of
/// <c>samples/shop.json</c> in it; <c>CHECKOUT_TOKEN</c> is the shop's API token where it is not the demo token.
/// Without an address the suite starts CheckoutLocal for itself.
/// </summary>
public sealed class CheckoutUnderTest : IAsyncLifetime
{
    public const string Shop = "zp3oafdor9";
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(2);

    private readonly string token = Environment.GetEnvironmentVariable("CHECKOUT_TOKEN") ?? "demo-api-token";
    private HttpClient http = new();
    private AzuriteProcess? azurite;
    private Process? host;

    public async Task InitializeAsync()
    {
        var address = Environment.GetEnvironmentVariable("CHECKOUT_URL");
        http = new HttpClient
        {
            BaseAddress = new Uri(address ?? $"http://127.0.0.1:{Loopback.FreePort()}"),
            Timeout = TimeSpan.FromMinutes(2),
        };
        if (address is null)
            await StartLocal();
    }

    public async Task DisposeAsync()
    {
        if (host is { HasExited: false })
            host.Kill(entireProcessTree: true);
        host?.Dispose();
        http.Dispose();
        if (azurite is not null)
            await azurite.DisposeAsync();
    }

    /// <summary>As the back office: a path below <c>checkout/orders/{shop}</c>.</summary>
    public Task<Answer> Backend(HttpMethod method, string path, JsonNode? body = null) =>
        Send(method, $"checkout/orders/{Shop}/{path}", body, token);

    /// <summary>As the order's storefront: a path below <c>checkout/storefront/{shop}/{order}</c>.</summary>
    public Task<Answer> Storefront(HttpMethod method, string order, string jwt, string path, JsonNode? body = null) =>
        Send(method, $"checkout/storefront/{Shop}/{order}/{path}", body, jwt);

    public async Task<Answer> Send(
        HttpMethod method,
        string path,
        JsonNode? body = null,
        string? bearer = null,
        IReadOnlyDictionary<string, string>? headers = null
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (bearer is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
            request.Headers.Add(name, value);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request);
        return new Answer((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    /// <summary>The guide's Create Order, of the demo customer with the saved card, under a key of its own.</summary>
    public static JsonObject GuideRequest(params string[] commands)
    {
        var request = JsonNode.Parse(File.ReadAllBytes(Repository.Path("samples", "create-order.json")))!.AsObject();
        request["idempotency_key"] = Guid.NewGuid().ToString();
        if (commands.Length > 0)
            request["commands"] = new JsonObject(commands.Select((command, i) => KeyValuePair.Create($"{i}", (JsonNode?)command)));
        return request;
    }

    private async Task StartLocal()
    {
        azurite = await AzuriteProcess.Start();
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Repository.Path("src", "CheckoutLocal", "bin", own.Parent!.Name, own.Name, "CheckoutLocal.dll");
        host = Process.Start(
            "dotnet",
            [
                program,
                "--environment",
                "Development",
                "--urls",
                http.BaseAddress!.GetLeftPart(UriPartial.Authority),
                $"--Storage:ConnectionString={azurite.ConnectionString}",
                $"--Secrets:jwt-signing-key={new string('k', 64)}",
                $"--Local:SamplesFolder={Repository.Path("samples")}",
                "--Logging:LogLevel:Default=Error",
            ]
        );
        for (var waited = Stopwatch.StartNew(); !await IsReady(); await Task.Delay(TimeSpan.FromMilliseconds(50)))
            if (host.HasExited || waited.Elapsed > StartTime)
                throw new InvalidOperationException("CheckoutLocal does not answer.");
    }

    private async Task<bool> IsReady()
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}

/// <summary>What came back over the wire.</summary>
public sealed record Answer(int Status, JsonNode Json)
{
    public JsonNode Data => Json["data"]!;

    public JsonNode State => Data["application_state"]!;

    public string OrderId => Data["public_order_id"]!.GetValue<string>();

    public string Jwt => Data["jwt_token"]!.GetValue<string>();

    public string? Refusal => Json["errors"]?[0]?["sub_type"]?.GetValue<string>();

    public long Total => State["order_total"]!.GetValue<long>();

    public override string ToString() => $"{Status} {Json.ToJsonString()}";
}
