using System.Text;
using System.Text.Json.Nodes;
using Checkout.Hosting;
using Checkout.Http.Frame;
using Checkout.Http.Hosting;
using Checkout.Http.Pipeline;
using Checkout.Journeys.CreateOrder;
using Checkout.Payments;
using Checkout.Plugins.Calls;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Simulation.Gateways;
using Checkout.Simulation.Storage;
using Checkout.Stores;
using Checkout.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Simulation;

/// <summary>One run of the backend: real domain, endpoints and journal over a simulated outside. A crash ends it for good.</summary>
internal sealed class Process
{
    private readonly ServiceProvider services;
    private readonly Outside outside;

    public Process(World world, Outside outside)
    {
        this.outside = outside;
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddCheckout();
        collection.AddCheckoutHttp(new HttpSettings(IsDevelopment: true));
        collection.AddSingleton<TimeProvider>(world.Time);
        collection.AddSingleton<IIdSource>(world.Ids);
        collection.AddSingleton<IOrderStore>(
            new SimulatedOrders(world.Tables, outside, world.Faults, world.Time, world.Ids, world.Sabotage)
        );
        collection.AddSingleton<IIdempotencyKeys>(new SimulatedKeys(world.Tables, outside));
        collection.AddSingleton<ICustomerStore>(new SimulatedCustomers(world.Tables, outside));
        collection.AddSingleton<ICatalog>(new SimulatedCatalog(world.Tables));
        collection.AddSingleton<IStock>(new SimulatedStock(world.Tables, outside, world.Sabotage));
        collection.AddSingleton<IDiscountUses>(new SimulatedDiscountUses(world.Tables, outside));
        collection.AddSingleton<IGiftCards>(new SimulatedGiftCards(world.Tables, outside));
        collection.AddSingleton<IWakeUps>(new SimulatedWakeUps(world.Tables, outside));
        var lookup = new SimulatedLookup(world.Tables, outside);
        collection.AddSingleton<IOrderLookup>(lookup);
        collection.AddSingleton<IAbandonedCheckouts>(lookup);
        collection.AddSingleton<IShops>(new SimulatedShops(world.Shop));
        collection.AddSingleton<ISecrets, SimulatedSecrets>();
        collection.AddSingleton<IEmails, SimulatedEmails>();
        collection.AddSingleton<IOutbox, SimulatedOutbox>();
        collection.AddSingleton<IPluginCalls, NobodyCalled>();
        collection.AddSingleton<IWebhookCalls, NobodyCalled>();
        collection.AddSingleton<IStorageMeter, NoMeter>();
        collection.AddSingleton<ICreateOrderDriver, PatientDriver>();
        collection.AddSingleton<IPaymentGateways>(new SimulatedGateway(world.Ledger, outside, world.Faults, world.Chance, world.Sabotage));
        collection.AddSingleton<IPlatformConnector>(new SimulatedPlatform(world.Tables, outside, world.Faults));
        services = collection.BuildServiceProvider();
    }

    public WakeUpSweep Sweep => services.GetRequiredService<WakeUpSweep>();

    /// <summary>A request from outside. Null when the process died before it answered: the client sees a broken connection.</summary>
    public async Task<Answer?> Send(string endpoint, string token, object? body = null, params (string Name, string Value)[] route)
    {
        var handled = Handle(endpoint, token, body, route);
        return await Task.WhenAny(handled, outside.Death.Task) == handled ? await handled : null;
    }

    private async Task<Answer> Handle(string endpoint, string token, object? body, (string Name, string Value)[] route)
    {
        using var scope = services.CreateScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Method = Endpoints.Table.Named(endpoint).Method;
        http.Request.Headers.Authorization = $"Bearer {token}";
        http.Request.RouteValues["shop_identifier"] = World.ShopIdentifier;
        foreach (var (name, value) in route)
            http.Request.RouteValues[name] = value;
        var json = body is null ? "{}" : System.Text.Json.JsonSerializer.Serialize(body);
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(json));
        http.Request.ContentType = "application/json";
        using var response = new MemoryStream();
        http.Response.Body = response;
        var result = await services.GetRequiredService<Dispatcher>().Run(endpoint, http);
        await result.ExecuteAsync(http);
        return new Answer(http.Response.StatusCode, JsonNode.Parse(response.ToArray())!);
    }

    /// <summary>Waits for the run's end, however long that is in virtual time.</summary>
    private sealed class PatientDriver(CreateOrders orders) : ICreateOrderDriver
    {
        public async Task<CreateOrderOutcome> Run(Shop shop, CreateOrderRequest request, CancellationToken cancellation) =>
            await orders.Run(shop, request, CancellationToken.None);
    }

    private sealed class NoMeter : IStorageMeter
    {
        public IStorageTally Start(string? endpoint = null) => new Tally();

        private sealed class Tally : IStorageTally
        {
            public int Transactions => 0;

            public void Dispose() { }
        }
    }
}

internal sealed record Answer(int Status, JsonNode Body)
{
    public JsonNode? State => Body["data"]?["application_state"];

    /// <summary>The client may send the same again: the store or a gateway was down, or somebody else held the order.</summary>
    public bool IsPassing => Status is 500 or 503 or 530 or 202;
}
