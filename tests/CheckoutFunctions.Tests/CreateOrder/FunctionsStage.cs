using System.Text;
using System.Text.Json.Nodes;
using Checkout.Faults;
using Checkout.Functions.CreateOrder;
using Checkout.Functions.Http;
using Checkout.Functions.Http.Triggers;
using Checkout.Http.Pipeline;
using Checkout.Local;
using Checkout.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Functions.Tests.CreateOrder;

/// <summary>The app's own container over an emulator that holds the demo shop; the hub is a stand-in.</summary>
public sealed class FunctionsStage : IAsyncLifetime
{
    public const string Shop = "zp3oafdor9";
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "samples");
    private AzuriteProcess? azurite;

    public async Task InitializeAsync()
    {
        azurite = await AzuriteProcess.Start();
        await using var loader = LocalHost.Build([
            "--urls=http://127.0.0.1:0",
            $"--Storage:ConnectionString={azurite.ConnectionString}",
            $"--Local:SamplesFolder={Samples}",
            $"--Secrets:jwt-signing-key={new string('k', 64)}",
        ]);
        await loader.StartAsync();
        await loader.StopAsync();
    }

    public async Task DisposeAsync() => await azurite!.DisposeAsync();

    internal FunctionsApp Open(
        TimeProvider? time = null,
        ICrashPoints? crash = null,
        CreateOrderDriver driver = CreateOrderDriver.Orchestration
    ) => new(azurite!.ConnectionString, time ?? TimeProvider.System, crash ?? new NoCrashPoints(), driver);

    /// <summary>The guide's request under a key of its own.</summary>
    public static JsonObject Request(string key)
    {
        var request = JsonNode.Parse(File.ReadAllText(Path.Combine(Samples, "create-order.json")))!.AsObject();
        request["idempotency_key"] = key;
        return request;
    }
}

/// <summary>One process of the app.</summary>
internal sealed class FunctionsApp : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public FunctionsApp(string storage, TimeProvider time, ICrashPoints crash, CreateOrderDriver driver = CreateOrderDriver.Orchestration)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("Storage:ConnectionString", storage),
                new("Secrets:jwt-signing-key", new string('k', 64)),
                new("CreateOrder:Driver", driver.ToString().ToLowerInvariant()),
            ])
            .Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddSingleton(time);
        collection.AddSingleton(crash);
        collection.AddLogging();
        collection.AddCheckoutFunctions(configuration, isDevelopment: true);
        services = collection.BuildServiceProvider();
        Driver = driver;
        Hub = new HubStandIn(services.GetRequiredService<WalkJournal>());
    }

    public HubStandIn Hub { get; }

    public CreateOrderDriver Driver { get; }

    public T Service<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Calls the function as the host would.</summary>
    public Task<FunctionAnswer> CreateOrder(JsonObject body) =>
        Call(nameof(BackendCreateOrderFunctions.CreateOrder), new() { ["shop_identifier"] = FunctionsStage.Shop }, body);

    /// <summary>Calls a function that has the order in its path.</summary>
    public Task<FunctionAnswer> OfOrder(string function, string publicOrderId, JsonObject body) =>
        Call(function, new() { ["shop_identifier"] = FunctionsStage.Shop, ["public_order_id"] = publicOrderId }, body);

    /// <summary>Calls the function that takes what no route of the host fits.</summary>
    public Task<FunctionAnswer> Stray(string method, string path, JsonObject body) =>
        Call(
            http =>
                new PreflightFunction(Service<Preflight>(), Service<StrayRequests>(), Service<TriggeredEndpoint>()).Refuse(
                    http,
                    Hub.Client
                ),
            method,
            path,
            [],
            body
        );

    private Task<FunctionAnswer> Call(string function, RouteValueDictionary route, JsonObject body) =>
        Call(http => Service<TriggeredEndpoint>().Run(http, Hub.Client, function), HttpMethods.Post, "/", route, body);

    private async Task<FunctionAnswer> Call(
        Func<HttpRequest, Task<IResult>> function,
        string method,
        string path,
        RouteValueDictionary route,
        JsonObject body
    )
    {
        await using var scope = services.CreateAsyncScope();
        using var sent = new MemoryStream(Encoding.UTF8.GetBytes(body.ToJsonString()));
        using var received = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Method = method;
        http.Request.Path = path;
        http.Request.RouteValues = route;
        http.Request.Headers.Authorization = "Bearer demo-api-token";
        http.Request.ContentType = "application/json";
        http.Request.ContentLength = sent.Length;
        http.Request.Body = sent;
        http.Response.Body = received;
        var answer = await function(http.Request);
        await answer.ExecuteAsync(http);
        return new FunctionAnswer(http.Response.StatusCode, http.Response.Headers.Location, JsonNode.Parse(received.ToArray())!);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}

internal sealed record FunctionAnswer(int Status, string? Location, JsonNode Body)
{
    public string OrderId => Body["data"]!["public_order_id"]!.GetValue<string>();

    public IEnumerable<string> Commands => Body["data"]!["commands"]!.AsArray().Select(c => c!["status"]!.GetValue<string>());
}
