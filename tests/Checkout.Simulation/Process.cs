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
using Checkout.Simulation.Subscribers;
using Checkout.Stores;
using Checkout.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Simulation;

/// <summary>One run of the backend: real domain, endpoints and journal over a simulated outside. A crash ends it for good.</summary>
internal sealed class Process
{
    /// <summary>What every process is made of, whatever its world.</summary>
    private static readonly ServiceCollection Product = Registered();

    private readonly ServiceProvider services;

    public Process(World world, Outside outside, TimeProvider time)
    {
        var broken = new BrokenPorts(world.Sabotage);
        var collection = new ServiceCollection();
        foreach (var service in Product)
            ((ICollection<ServiceDescriptor>)collection).Add(service);
        collection.AddSingleton(time);
        collection.AddSingleton<IIdSource>(world.Ids);
        var orders = new SimulatedOrders(world, outside);
        collection.AddSingleton<IOrderStore>(host =>
            ActivatorUtilities.CreateInstance<NoticingOrderStore>(host, broken.Of((IOrderStore)orders))
        );
        collection.AddSingleton(broken.Of((IIdempotencyKeys)new SimulatedKeys(world.Tables, outside)));
        collection.AddSingleton<ICustomerStore>(new SimulatedCustomers(world.Tables, outside));
        collection.AddSingleton<ICatalog>(new SimulatedCatalog(world.Tables));
        collection.AddSingleton(broken.Of((IStock)new SimulatedStock(world.Tables, outside, world.Sabotage)));
        collection.AddSingleton(broken.Of((IDiscountUses)new SimulatedDiscountUses(world.Tables, outside)));
        var cards = new SimulatedGiftCards(world.Tables, outside, world.Sabotage);
        collection.AddSingleton<IGiftCards>(cards);
        collection.AddSingleton(broken.Of((IWakeUps)new SimulatedWakeUps(world, outside)));
        var lookup = new SimulatedLookup(world.Tables, outside);
        collection.AddSingleton<IOrderLookup>(lookup);
        collection.AddSingleton<IAbandonedCheckouts>(lookup);
        collection.AddSingleton<IShops>(new SimulatedShops(world.Shop));
        collection.AddSingleton<ISecrets, SimulatedSecrets>();
        collection.AddSingleton(Unasked.Port<IGiftCardLedger>());
        collection.AddSingleton(Unasked.Port<IPersonalData>());
        collection.AddSingleton<ILetters>(new SimulatedLetters(world.Tables, outside, world.Faults));
        collection.AddSingleton(broken.Of((IOutbox)new SimulatedOutbox(world.Tables, outside)));
        collection.AddSingleton<IPluginCalls>(new SimulatedPlugins(world, outside));
        collection.AddSingleton<IWebhookCalls>(new SimulatedWebhooks(world, outside));
        collection.AddSingleton<IStorageMeter, NoMeter>();
        collection.AddSingleton<CreateOrderDriver>();
        collection.AddSingleton(host => broken.Of((ICreateOrderDriver)host.GetRequiredService<CreateOrderDriver>()));
        collection.AddSingleton<IPaymentGateways>(new SimulatedGateways(world, outside, cards, time, broken));
        collection.AddSingleton<IGatewayNotices>(new SimulatedNotices(world.Bank));
        collection.AddSingleton<IPlatformConnector>(new SimulatedPlatform(world.Tables, outside, world.Faults));
        services = collection.BuildServiceProvider();
    }

    private static ServiceCollection Registered()
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddCheckout();
        collection.AddCheckoutHttp(new HttpSettings(IsDevelopment: true));
        return collection;
    }

    public WakeUpSweep Sweep => services.GetRequiredService<WakeUpSweep>();

    public async Task<Answer> Handle(string endpoint, string token, object? body, (string Name, string Value)[] route)
    {
        using var scope = services.CreateScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Method = Endpoints.Table.Named(endpoint).Method;
        http.Request.Headers.Authorization = $"Bearer {token}";
        http.Request.Headers[SimulatedNotices.Header] = "signed";
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
    private sealed class CreateOrderDriver(CreateOrders orders) : ICreateOrderDriver
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
