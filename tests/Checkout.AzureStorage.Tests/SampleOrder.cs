using System.Collections.Immutable;
using System.Text.Json;
using Checkout.Addresses;
using Checkout.Money;
using Checkout.Orders;

namespace Checkout.AzureStorage.Tests;

internal static class SampleOrder
{
    public static readonly DateTimeOffset At = new(2026, 3, 1, 12, 30, 15, 123, TimeSpan.Zero);
    public static readonly Occasion Occasion = new(At, "storefront");

    public static Order New(long orderId = 1_772_368_215_123_456) =>
        new()
        {
            PublicOrderId = $"order{orderId}",
            ShopIdentifier = "shop1",
            OrderId = orderId,
            Currency = new OrderCurrency("CAD"),
            CreatedAt = At,
            LineItems =
            [
                new LineItem
                {
                    Key = "a",
                    Id = "1",
                    Sku = "S",
                    Quantity = 2,
                    Price = 1000,
                    RequiresShipping = true,
                },
            ],
        };

    /// <summary>Something in every part of the state.</summary>
    public static Order Rich() =>
        New() with
        {
            UpdatedAt = At.AddMinutes(1),
            Status = OrderStatus.Processed,
            ProcessedAt = At.AddTicks(1234567),
            PlatformOrderId = "4711",
            Customer = new Customer
            {
                PlatformId = "7",
                EmailAddress = "Zoë@example.com",
                FirstName = "Zoë",
                SavedAddresses = [new Address { Id = "9", City = "Winnipeg" }],
                IsAuthenticated = true,
            },
            ShippingAddress = new Address { CountryCode = "CA", ProvinceCode = "MB" },
            LineItems =
            [
                New().LineItems[0] with
                {
                    Properties = Json("""{"engraving":"«Ω»","nested":{"list":[1,2.50,null,true],"big":12345678901234567890.125}}"""),
                    Fees = [new LineFee("gift wrap", 250)],
                    CompareAtPrice = 1200,
                    ShippingAddress = new Address { City = "Brandon" },
                },
            ],
            Fees = [new OrderFee("f", "Handling", AmountKind.Percentage, 2.5m, Taxable: true) { PluginUuid = "p" }],
            Discounts =
            [
                new OrderDiscount("d", "TEN", "Ten off", DiscountTarget.Lines, AmountKind.Percentage, 10m)
                {
                    LineItemKeys = ["a"],
                    Source = DiscountSources.Cart,
                },
            ],
            Shipping = new OrderShipping
            {
                Selected = new ShippingLine("s", "Post", 900, "post"),
                Available = [new ShippingLine("s", "Post", 900, "post")],
            },
            Taxes = new OrderTaxes
            {
                Lines = ImmutableDictionary<string, ImmutableArray<Tax>>.Empty.Add("a", [new Tax("GST", 100, IsIncluded: false)]),
                Shipping = [new Tax("GST", 45, IsIncluded: false)],
            },
            Payments = [Payment(TransactionStatus.Succeeded)],
            MetaData = new OrderMetaData
            {
                CartParameters = Json("""{"utm":"x"}"""),
                Notes = "line\nbreak",
                Tags = ["vip"],
            },
            Journal = new CreateOrderJournal
            {
                BodyHash = "00",
                Commands =
                [
                    new JournalCommand("k", "process_order")
                    {
                        Status = CommandStatus.Failed,
                        Problems = [Problem.Upstream("gateway", "No answer.")],
                    },
                ],
            },
            Plugins = new PluginState
            {
                FinalInventory = ImmutableDictionary<string, long>.Empty.Add("S", 1),
                SplitConditions = [],
                Amendable = true,
            },
            Capture = new CaptureSettings(CaptureMode.Delayed, 24),
            DisplayCurrency = new OrderCurrency("JPY", 110.25m) { Scale = 0.01m },
        };

    public static Payment Payment(TransactionStatus status) =>
        new()
        {
            Id = "pay1",
            GatewayPublicId = "gateway1",
            Token = "tok_secret",
            Amount = 2000,
            Currency = "CAD",
            CreatedAt = At,
            CustomAttributes = Json("""{"a":"b"}"""),
            Transactions =
            [
                new PaymentTransaction
                {
                    Id = "01TRANSACTION",
                    Kind = TransactionKind.Authorize,
                    Amount = 2000,
                    Currency = "CAD",
                    Status = status,
                    IdempotencyKey = "key1",
                    OperationId = "op1",
                    CreatedAt = At,
                    GatewayReference = status is TransactionStatus.Succeeded ? "ref1" : null,
                },
            ],
        };

    private static ImmutableDictionary<string, JsonElement> Json(string json) =>
        JsonDocument
            .Parse(json)
            .RootElement.EnumerateObject()
            .ToImmutableDictionary(p => p.Name, p => p.Value.Clone(), StringComparer.Ordinal);
}
