using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Checkout.Addresses;
using Checkout.Catalog;
using Checkout.Changing.Shipping;
using Checkout.Http.Plugins;
using Checkout.Orders;
using Checkout.Plugins;
using Checkout.Plugins.Actions;
using Checkout.Plugins.Calls;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;
using Microsoft.Extensions.Time.Testing;

namespace Checkout.Tests.Plugins;

/// <summary>A shop, an order and plugins that answer as the test says.</summary>
internal sealed class PluginStage : IPluginCalls, ICatalog
{
    public static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public PluginStage()
    {
        Circuits = new Circuits(Time);
        Events = new PluginEvents(this, new PluginBodies(), this, Circuits, Time);
    }

    public FakeTimeProvider Time { get; } = new(Noon);
    public Circuits Circuits { get; }
    public PluginEvents Events { get; }
    public ConcurrentQueue<PluginRequest> Requests { get; } = new();

    /// <summary>By URL; without an entry a plugin answers that it has nothing to do.</summary>
    public Dictionary<string, Func<PluginRequest, CancellationToken, Task<PluginReply>>> Plugins { get; } = [];

    public static ImmutableArray<string> AllScopes { get; } = [.. PluginActions.All.Select(a => a.Scope).Distinct()];

    public static Shop Shop(params PluginSettings[] plugins) =>
        new()
        {
            Identifier = "demoshop01",
            Name = "Demo",
            Domain = "demo.example.com",
            Currency = "USD",
            Address = new ShopAddress
            {
                Line1 = "123 Warehouse Road",
                City = "Warehouse City",
                Province = "Manitoba",
                ProvinceCode = "MB",
                Country = "Canada",
                CountryCode = "CA",
                PostalCode = "H0H 0H0",
            },
            ShippingZones =
            [
                new ShippingZone
                {
                    Name = "All",
                    Rates =
                    [
                        new ZoneRate
                        {
                            Code = "std",
                            Description = "Standard",
                            Amount = 1000,
                        },
                        new ZoneRate
                        {
                            Code = "exp",
                            Description = "Express",
                            Amount = 2500,
                        },
                    ],
                },
            ],
            Gateways =
            [
                new GatewaySettings { PublicId = "gatewayId1", Driver = "test" },
                new GatewaySettings
                {
                    PublicId = "gatewayId2",
                    Driver = "test",
                    Currency = "GBP",
                },
            ],
            Plugins = [.. plugins],
        };

    public static PluginSettings Plugin(
        string uuid = "p1",
        int position = 0,
        IEnumerable<string>? events = null,
        IEnumerable<string>? scopes = null
    ) =>
        new()
        {
            Uuid = uuid,
            Name = uuid,
            EventUrl = $"https://{uuid}.example.com/checkout/event",
            ClientSecret = $"secret:{uuid}",
            Events = [.. events ?? PluginEventNames.All],
            Scopes = [.. scopes ?? AllScopes],
            Position = position,
        };

    public static Order Order()
    {
        var order = new Order
        {
            PublicOrderId = "BasrFjrCj6L2Mi2SvUjdAMwE8ERNsOdOKhqkNpw0EHa3i7g8wdfOF0uJyyHSxcI0",
            ShopIdentifier = "demoshop01",
            OrderId = 123456,
            Currency = new OrderCurrency("USD"),
            CreatedAt = Noon,
            CartId = "cart-1",
            Customer = new Customer
            {
                FirstName = "John",
                LastName = "Doe",
                EmailAddress = "john@example.com",
                PlatformId = "77",
                PublicId = "cust",
            },
            ShippingAddress = new Address
            {
                FirstName = "John",
                LastName = "Doe",
                AddressLine1 = "123 Fake Street",
                City = "Destination City",
                Province = "Manitoba",
                ProvinceCode = "MB",
                Country = "Canada",
                CountryCode = "CA",
                PostalCode = "H0H 1H1",
            },
            LineItems =
            [
                Line("AABBCC123", 5000, 2),
                Line("17255784153145:88efe753c99a31ae7059ff6089dd1c7c", 2000, 1),
                Line("9153875214378:4853336925a8c06cc1edc0058577aa48", 1000, 1),
            ],
        };
        return SelectShippingLine.Calculate(order, ShippingRates.For(order, Shop()));
    }

    public static LineItem Line(string key, long price, int quantity) =>
        new()
        {
            Key = key,
            Id = "1000",
            Sku = "TEST-SM-RED-CTN-01",
            PlatformId = "123456789",
            ProductId = "987654321",
            VariantId = "123456789",
            ProductTitle = "Test Product",
            Title = "Small / Red / Cotton",
            Description = "Test product description.",
            ImageUrl = "https://example.com/thing.jpg",
            Vendor = "Test Vendor",
            Tags = "Test, Vintage",
            Quantity = quantity,
            Price = price,
            Weight = 10,
        };

    public static Occasion Now { get; } = new(Noon, "storefront");

    /// <summary>The plugin answers every event with the body.</summary>
    public PluginStage Answers(string uuid, string body)
    {
        Plugins[$"https://{uuid}.example.com/checkout/event"] = (_, _) => Task.FromResult(Reply(body));
        return this;
    }

    public static PluginReply Reply(string body) => new(Encoding.UTF8.GetBytes(body));

    public async Task<Order> Raise(Order order, Shop shop, PluginEvent @event) =>
        (await Events.Raise(order, shop, @event, CancellationToken.None)).Apply(order, shop, Now);

    /// <summary>The order after one plugin with every scope answered one event.</summary>
    public static async Task<Order> After(string answer, Order? order = null, string @event = PluginEventNames.InitializeCheckout) =>
        await new PluginStage().Answers("p1", answer).Raise(order ?? Order(), Shop(Plugin()), @event);

    public static string Action(string type, string data) => $$"""{"success":true,"actions":[{"type":"{{type}}","data":{{data}}}]}""";

    public Task<PluginReply> Post(PluginRequest request, CancellationToken cancellation)
    {
        Requests.Enqueue(request);
        return Plugins.TryGetValue(request.Url, out var plugin)
            ? plugin(request, cancellation)
            : Task.FromResult(Reply("""{"success":true,"actions":[]}"""));
    }

    public Task<Product?> FindBySku(string shop, string sku, CancellationToken cancellation) => Task.FromResult<Product?>(null);

    public Task<Product?> FindByPlatformId(string shop, string platformId, CancellationToken cancellation) =>
        Task.FromResult(
            platformId == "9153875214378"
                ? new Product
                {
                    Sku = "WRAP",
                    PlatformId = platformId,
                    VariantId = platformId,
                    ProductTitle = "Gift wrap",
                    Price = 900,
                }
                : null
        );

    public Task Save(string shop, Product product, CancellationToken cancellation) =>
        throw new NotSupportedException("Plugins change no catalog.");

    public static JsonElement Json(PluginRequest request) => JsonDocument.Parse(request.Body).RootElement;
}
