using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Checkout.Catalog;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Simulation.Gateways;
using Checkout.Simulation.Storage;
using Checkout.Simulation.Time;

namespace Checkout.Simulation;

/// <summary>Everything that a seed decides: the shop, the clock, the faults, who does what and in which order.</summary>
internal sealed class World
{
    public const string ShopIdentifier = "simshop001";
    public const string Token = "sim-token";
    public const string CustomerId = "SIMCUSTOMER0000000000000000000000000000000000000000000000000001";
    public const string CardMethod = "card";
    public const string DecliningMethod = "declining";
    public const string GiftCardMethod = "gift";
    public const string FullGiftCardMethod = "gift-full";
    public const string Gateway = "testgateway00000000000000000000000000000000000000000000000000001";
    public const string GiftCardGateway = "giftcards";

    /// <summary>Of a gift card: its code, and what is on it at first.</summary>
    public static readonly ImmutableDictionary<string, long> GiftCards = ImmutableDictionary<string, long>
        .Empty.Add("SIMCARD", 1500)
        .Add("SIMCARDFULL", 40_000);

    /// <summary>The counted products, and how many units there are at first.</summary>
    public static readonly ImmutableDictionary<string, long> InitialStock = ImmutableDictionary<string, long>
        .Empty.Add("SCARCE", 12)
        .Add("RARE", 7);

    public World(int seed, Sabotage sabotage = Sabotage.None)
    {
        Seed = seed;
        Sabotage = sabotage;
        Chance = new Random(seed);
        Ids = new SimulatedIds(new Random(seed ^ 0x5EED));
        Faults = new Faults(Chance);
        Scheduler = new Scheduler(Chance, Time);
        Bank = new Bank(Chance, Time, Faults);
        Watch = new Watch(this);
        Shop = CreateShop();
        Fill();
        Hosts = [NewHost(), NewHost()];
        Postman = new Postman(this);
        if (Chance.Next(6) == 0)
            Bank.Outage = Outage();
    }

    public int Seed { get; }
    public Sabotage Sabotage { get; }
    public Random Chance { get; }
    public VirtualTime Time { get; } = new();
    public Scheduler Scheduler { get; }
    public SimulatedIds Ids { get; }
    public Faults Faults { get; }
    public Tables Tables { get; } = new();
    public Bank Bank { get; }
    public Watch Watch { get; }
    public Postman Postman { get; }
    public Shop Shop { get; }
    public ImmutableArray<Host> Hosts { get; }
    public List<string> Violations { get; } = [];

    /// <summary>How often an endpoint answered with a status.</summary>
    public SortedDictionary<string, int> Answers { get; } = new(StringComparer.Ordinal);

    public void Run(Func<World, Task> story) => Scheduler.Run(() => story(this));

    /// <summary>A host goes on with what it knew before it was paused.</summary>
    public bool IsLate => Hosts.Any(host => host.LateUntil > Time.GetUtcNow());

    /// <summary>Where the load balancer sends a request.</summary>
    public Host AnyHost() => Hosts[Chance.Next(Hosts.Length)];

    private Host NewHost() => new(this, TimeSpan.FromSeconds(Chance.Next(2 * (int)Host.MostSkew.TotalSeconds + 1)) - Host.MostSkew);

    /// <summary>Minutes, or longer than the gateway remembers a key.</summary>
    private (DateTimeOffset From, DateTimeOffset Until) Outage()
    {
        var from = VirtualTime.Start.AddSeconds(Chance.Next(300));
        return (from, from + (Chance.Next(2) == 0 ? TimeSpan.FromMinutes(1 + Chance.Next(60)) : TimeSpan.FromHours(20 + Chance.Next(12))));
    }

    private Shop CreateShop() =>
        new()
        {
            Identifier = ShopIdentifier,
            Name = "Simulated",
            Currency = "CAD",
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
                            Amount = 700,
                        },
                    ],
                },
            ],
            TaxZones =
            [
                new TaxZone
                {
                    Country = "CA",
                    Rates = [new TaxZoneRate("GST", 0.05m)],
                    TaxesShipping = true,
                },
                new TaxZone
                {
                    Country = "CA",
                    Provinces = ["ON"],
                    Rates = [new TaxZoneRate("HST", 0.13m)],
                    TaxesShipping = true,
                },
            ],
            DiscountCodes =
            [
                new DiscountCode
                {
                    Code = "LIMITED",
                    Kind = AmountKind.Percentage,
                    Value = 10,
                    UseLimit = 3,
                },
            ],
            Gateways =
            [
                new GatewaySettings { PublicId = Gateway, Driver = "test" },
                new GatewaySettings { PublicId = GiftCardGateway, Driver = "gift_card" },
            ],
            ApiTokens = [new ApiToken("simulation", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Token))), ["*"])],
            Checkout = new CheckoutSettings
            {
                Capture = Chance.Next(5) switch
                {
                    0 => new CaptureSettings(CaptureMode.Immediate),
                    1 => new CaptureSettings(CaptureMode.Delayed, 2),
                    2 => new CaptureSettings(CaptureMode.VerifyOnly),
                    _ => new CaptureSettings(CaptureMode.Manual),
                },
            },
            Plugins = Chance.Next(2) == 0 ? [Plugin()] : [],
            Webhooks = Chance.Next(3) == 0 ? Webhooks() : [],
            PlatformConnector =
                Chance.Next(2) == 0
                    ? new PlatformConnectorSettings("https://platform.example", $"secret:shops/{ShopIdentifier}/platform")
                    : new PlatformConnectorSettings(),
        };

    private static PluginSettings Plugin() =>
        new()
        {
            Uuid = "6f1c2d1e-0000-4000-8000-000000000001",
            Name = "Fickle",
            EventUrl = "https://plugin.example/events",
            ClientSecret = $"secret:shops/{ShopIdentifier}/plugin",
            Events =
            [
                PluginEventNames.OrderSubmitted,
                PluginEventNames.LineItemsChanged,
                PluginEventNames.AmendOrder,
                PluginEventNames.OrderProcessed,
            ],
            Scopes = ["add_fee", "modify_cart", "modify_order", "amend_orders"],
        };

    /// <summary>Several that listen to the same, so that a commit has many messages.</summary>
    private ImmutableArray<WebhookSubscription> Webhooks() =>
        [
            .. from topic in new[] { "order/refunded", "payment/captured", "order/processed", "order/cancelled", "order/created" }
            from number in Enumerable.Range(1, Chance.Next(4) == 0 ? 8 : 1)
            select new WebhookSubscription(
                $"{topic}-{number}",
                topic,
                $"https://receiver.example/{number}",
                $"secret:shops/{ShopIdentifier}/webhook",
                VirtualTime.Start,
                VirtualTime.Start
            ),
        ];

    private void Fill()
    {
        Tables.Products["PLAIN"] = new Product
        {
            Sku = "PLAIN",
            PlatformId = "1",
            Title = "Plain",
            Price = 2350,
            Weight = 1000,
        };
        Tables.Products["SCARCE"] = new Product
        {
            Sku = "SCARCE",
            PlatformId = "2",
            Title = "Scarce",
            Price = 999,
            Weight = 100,
            TrackInventory = true,
        };
        Tables.Products["RARE"] = new Product
        {
            Sku = "RARE",
            PlatformId = "3",
            Title = "Rare",
            Price = 4100,
            Weight = 10,
            TrackInventory = true,
        };
        foreach (var (sku, units) in InitialStock)
            Tables.Stock[sku] = units;
        foreach (var (code, balance) in GiftCards)
            Tables.GiftCards[GiftCardCode.HashOf(code)] = new GiftCard(code, "CAD", balance, ExpiresAt: null, PurchasedAt: null);
        Tables.Customers[CustomerId] = new CustomerRecord
        {
            PublicId = CustomerId,
            FirstName = "Sim",
            LastName = "Ulated",
            EmailAddress = "sim@example.com",
            DefaultPaymentMethodId = CardMethod,
            PaymentMethods = ImmutableArray.Create(
                new SavedPaymentMethod
                {
                    PublicId = CardMethod,
                    GatewayPublicId = Gateway,
                    Token = "pm_visa",
                    Brand = "visa",
                    LastFour = "4242",
                },
                new SavedPaymentMethod
                {
                    PublicId = DecliningMethod,
                    GatewayPublicId = Gateway,
                    Token = "tok_decline_saved",
                },
                new SavedPaymentMethod
                {
                    PublicId = GiftCardMethod,
                    GatewayPublicId = GiftCardGateway,
                    Token = "SIMCARD",
                    Type = PaymentTypes.GiftCard,
                },
                new SavedPaymentMethod
                {
                    PublicId = FullGiftCardMethod,
                    GatewayPublicId = GiftCardGateway,
                    Token = "SIMCARDFULL",
                    Type = PaymentTypes.GiftCard,
                }
            ),
        };
    }
}
