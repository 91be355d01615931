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
    public const string Gateway = "testgateway00000000000000000000000000000000000000000000000000001";
    public const string GiftCardGateway = "giftcards";
    public const int InitialStock = 12;

    private readonly Scheduler scheduler;

    public World(int seed, Sabotage sabotage = Sabotage.None)
    {
        Seed = seed;
        Sabotage = sabotage;
        Chance = new Random(seed);
        Ids = new SimulatedIds(new Random(seed ^ 0x5EED));
        Faults = new Faults(Chance);
        scheduler = new Scheduler(Chance, Time);
        Shop = CreateShop();
        Fill();
        outside = new Outside(scheduler, Faults);
        Process = new Process(this, outside);
    }

    private Outside outside;

    public int Seed { get; }
    public Sabotage Sabotage { get; }
    public Random Chance { get; }
    public VirtualTime Time { get; } = new();
    public SimulatedIds Ids { get; }
    public Faults Faults { get; }
    public Tables Tables { get; } = new();
    public GatewayLedger Ledger { get; } = new();
    public Shop Shop { get; }
    public Process Process { get; private set; }
    public int Restarts { get; private set; }
    public long Steps => scheduler.Steps;
    public List<string> Violations { get; } = [];

    /// <summary>How often an endpoint answered with a status.</summary>
    public SortedDictionary<string, int> Answers { get; } = new(StringComparer.Ordinal);

    public void Run(Func<World, Task> story) => scheduler.Run(() => story(this));

    /// <summary>Ends with the process that is running now; the host then starts the next one.</summary>
    public Task Death => outside.Death.Task;

    public void Restart()
    {
        Restarts++;
        outside = new Outside(scheduler, Faults);
        Process = new Process(this, outside);
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
            PlatformConnector =
                Chance.Next(2) == 0
                    ? new PlatformConnectorSettings("https://platform.example", $"secret:shops/{ShopIdentifier}/platform")
                    : new PlatformConnectorSettings(),
        };

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
        Tables.Stock["SCARCE"] = InitialStock;
        Tables.GiftCards[GiftCardCode.HashOf("SIMCARD")] = new GiftCard("SIMCARD", "CAD", 1500, ExpiresAt: null, PurchasedAt: null);
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
                    Token = "tok_visa",
                    Brand = "visa",
                    LastFour = "4242",
                },
                new SavedPaymentMethod
                {
                    PublicId = DecliningMethod,
                    GatewayPublicId = Gateway,
                    Token = "tok_decline",
                },
                new SavedPaymentMethod
                {
                    PublicId = GiftCardMethod,
                    GatewayPublicId = GiftCardGateway,
                    Token = "SIMCARD",
                    Type = PaymentTypes.GiftCard,
                }
            ),
        };
    }
}
