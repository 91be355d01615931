using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Letters;
using Checkout.Local.Tests.Faults;
using Checkout.Local.Tests.Payments;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Webhooks;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.BackOffice;

/// <summary>After an erasure the orders stand and nothing anywhere names the person.</summary>
public sealed class ErasureTests(LocalCheckout checkout) : IClassFixture<LocalCheckout>, IAsyncLifetime
{
    private const string Shop = "eraseshop1";
    private const string Customers = $"/checkout/shop/{Shop}/customers";
    private const string Email = "Zebediah.Quackenbush@example.com";

    private static readonly string[] Traces =
    [
        "Zebediah",
        "Quackenbush",
        "77 Secret Lane",
        "R2X9K7",
        "2045550199",
        "Quack Brothers",
        "his doorbell is broken",
        "the one with the moustache",
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Email.ToLowerInvariant()))),
    ];

    public async Task InitializeAsync() =>
        await Shopping.Open(
            checkout,
            Shop,
            demo =>
                demo with
                {
                    Checkout = demo.Checkout with
                    {
                        AbandonedAfterMinutes = 600,
                        Capture = new CaptureSettings { Mode = CaptureMode.Manual },
                    },
                    Webhooks =
                    [
                        .. WebhookTopic.All.Select(topic => new WebhookSubscription(
                            $"hook-{topic.Name}",
                            topic.Name,
                            "https://127.0.0.1:1/hook",
                            "secret",
                            DateTimeOffset.UnixEpoch,
                            DateTimeOffset.UnixEpoch
                        )),
                    ],
                }
        );

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Erase_ACustomerWithOrdersOfEveryKind_LeavesAmountsAndNoTraceOfThem()
    {
        var customer = await Import();
        var charged = await Order(place: true, capture: true);
        var open = await Order(place: false, capture: false);
        var total = (await charged.Stored()).Payments.Single().Captured;
        await BuryALetter(charged);
        (await Found()).ShouldNotBeEmpty();

        var erased = await checkout.Send(HttpMethod.Delete, $"{Customers}/{customer}");
        erased.Status.ShouldBe(200, erased.Json.ToJsonString());
        await Sweep();

        (await Found()).ShouldBeEmpty(string.Join("\n", await Found()));
        var order = await charged.Stored();
        (order.Payments.Single().Captured, order.Status, order.Customer).ShouldBe((total, OrderStatus.Processed, null));
        order.BillingAddress!.ProvinceCode.ShouldBe("MB");
        (await open.Stored()).Status.ShouldBe(OrderStatus.Canceled);
        (await charged.Timeline()).ShouldContain(entry => entry!["event"]!.GetValue<string>() == "customer.erased");
        (await checkout.Send(HttpMethod.Get, $"{Customers}/{customer}")).Status.ShouldBe(404);
        (await charged.BackOffice(HttpMethod.Post, "refunds/full")).Status.ShouldBe(200);
        (await charged.Stored()).Payments.Single().Refunded.ShouldBe(total);
    }

    [Fact]
    public async Task Erase_WhileMoneyIsHeld_WaitsForThatOrder()
    {
        var customer = await Import();
        var held = await Order(place: true, capture: false);
        await checkout.Send(HttpMethod.Delete, $"{Customers}/{customer}");
        await Sweep();
        (await held.Stored()).ErasedAt.ShouldBeNull();

        (await held.BackOffice(HttpMethod.Post, "payments/capture/full", new JsonObject())).Status.ShouldBe(200);
        var tomorrow = DateTimeOffset.UtcNow.AddDays(1.1);
        var waiting = (await checkout.Service<IWakeUps>().Due(tomorrow, 1000, default)).First(w =>
            w.Kind == WakeUpKinds.EraseOrder && w.PublicOrderId == held.OrderId
        );
        await checkout.Service<WakeUpSweep>().Handle(waiting, default);

        (await held.Stored()).ErasedAt.ShouldNotBeNull();
        (await Found()).ShouldBeEmpty(string.Join("\n", await Found()));
    }

    [Fact]
    public async Task Erase_AGuest_ByTheHashOfTheirAddress()
    {
        var charged = await Order(place: true, capture: true);

        (await checkout.Send(HttpMethod.Delete, $"{Customers}/email-{Traces[^1]}")).Status.ShouldBe(200);
        await Sweep();

        (await charged.Stored()).ErasedAt.ShouldNotBeNull();
        (await Found()).ShouldBeEmpty(string.Join("\n", await Found()));
    }

    [Fact]
    public async Task RetentionDays_EraseOldOrders_AndLeaveNewOnes()
    {
        var charged = await Order(place: true, capture: true);
        var settings = $"/checkout/shop/{Shop}/settings";
        var stored = await checkout.Send(HttpMethod.Get, settings);
        var document = stored.Data;
        document["retention_days"] = 30;
        var put = new HttpRequestMessage(HttpMethod.Put, settings)
        {
            Content = new StringContent(document.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        put.Headers.TryAddWithoutValidation("If-Match", stored.Headers.ETag!.ToString());
        (await checkout.Send(put)).Status.ShouldBe(200);
        await Sweep();
        (await charged.Stored()).ErasedAt.ShouldBeNull();

        // Thirty days later, which is what the store is asked for.
        var old = await checkout
            .Service<IPersonalData>()
            .OrdersBegun(Shop, after: null, DateTimeOffset.UtcNow.AddMinutes(1), new PageRequest(100), default);
        old.Items.ShouldContain(charged.OrderId);
        (
            await checkout
                .Service<IPersonalData>()
                .OrdersBegun(Shop, after: null, DateTimeOffset.UtcNow.AddDays(-30), new PageRequest(100), default)
        ).Items.ShouldBeEmpty();
        (await checkout.Service<IWakeUps>().Due(DateTimeOffset.UtcNow.AddDays(1.1), 1000, default)).ShouldContain(w =>
            w.Kind == WakeUpKinds.RetainOrders
        );
        await checkout.Send(HttpMethod.Delete, $"{Customers}/email-{Traces[^1]}");
        await Sweep();
    }

    private async Task<string> Import()
    {
        var address = Calls.Address;
        Name(address);
        var body = new JsonObject
        {
            ["customers"] = new JsonArray(
                new JsonObject
                {
                    ["email_address"] = Email,
                    ["first_name"] = "Zebediah",
                    ["last_name"] = "Quackenbush",
                    ["platform_id"] = "quack-1",
                    ["saved_addresses"] = new JsonArray(address),
                }
            ),
        };
        (await checkout.Send(HttpMethod.Post, $"{Customers}/import", body.ToJsonString())).Status.ShouldBe(200);
        return (await checkout.Send(HttpMethod.Get, $"{Customers}?email={Email}")).Data["customers"]![0]!["id"]!.GetValue<string>();
    }

    private async Task<Shopping> Order(bool place, bool capture)
    {
        var shopping = await Shopping.Begin(checkout, Shop);
        await shopping.Do(
            "customer/guest",
            new JsonObject
            {
                ["first_name"] = "Zebediah",
                ["last_name"] = "Quackenbush",
                ["email_address"] = Email,
            }
        );
        var address = Calls.Address;
        Name(address);
        await shopping.Do("addresses/shipping", address.DeepClone().AsObject());
        await shopping.Do("addresses/billing", address);
        await shopping.Do("shipping_lines", new JsonObject { ["index"] = "0" });
        await shopping.Do("taxes", new JsonObject());
        await shopping.Do("meta_data", new JsonObject { ["notes"] = "his doorbell is broken" });
        if (!place)
            return shopping;
        await shopping.Do("payments", new JsonObject { ["gateway_public_id"] = Scene.TestGateway, ["token"] = "tok_visa" });
        await shopping.Do("process_order", new JsonObject());
        (await shopping.BackOffice(HttpMethod.Post, "notes", new JsonObject { ["note"] = "the one with the moustache" })).Status.ShouldBe(
            200
        );
        if (capture)
            (await shopping.BackOffice(HttpMethod.Post, "payments/capture/full", new JsonObject())).Status.ShouldBe(200);
        return shopping;
    }

    private static void Name(JsonObject address)
    {
        address["first_name"] = "Zebediah";
        address["last_name"] = "Quackenbush";
        address["address_line_1"] = "77 Secret Lane";
        address["business_name"] = "Quack Brothers";
        address["phone_number"] = "2045550199";
        address["postal_code"] = "R2X9K7";
    }

    /// <summary>A message about the order, and a letter about a gift card, which is about no order.</summary>
    private async Task BuryALetter(Shopping shopping)
    {
        var outbox = checkout.Service<IOutbox>();
        var card = new Letter(LetterKind.GiftCard)
        {
            To = Email,
            GiftCard = new LetterGiftCard("card", "seed", 1000, "CAD") { RecipientName = "Zebediah Quackenbush" },
        };
        var letter = new OutboxMessage("gift_card-1", AskForLetter.Kind, "gift_card", "receiver", LetterDocument.Write(card))
        {
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        await outbox.Bury(Shop, new DeadLetter(ShopOutbox.Of(Shop), letter, "unknown", DateTimeOffset.UnixEpoch), default);
        await outbox.Put(ShopOutbox.Of(Shop), letter with { Id = "gift_card-2" }, default);
        await outbox.Bury(
            Shop,
            new DeadLetter(
                shopping.OrderId,
                new OutboxMessage("0000000001-000-dead", "webhook", "order/created", "hook-gone", """{"name":"Zebediah"}""")
                {
                    CreatedAt = DateTimeOffset.UnixEpoch,
                },
                "404",
                DateTimeOffset.UnixEpoch
            ),
            default
        );
    }

    /// <summary>What a minute's sweeps do, as often as there is something to do for an erasure.</summary>
    private async Task Sweep()
    {
        var sweep = checkout.Service<WakeUpSweep>();
        for (var turn = 0; turn < 50; turn++)
        {
            var now = DateTimeOffset.UtcNow;
            var due = (await checkout.Service<IWakeUps>().Due(now, 1000, default)).Where(wakeUp =>
                wakeUp.Kind is WakeUpKinds.EraseOrder or WakeUpKinds.ForgetPerson or WakeUpKinds.RetainOrders
            );
            if (!due.Any())
                return;
            foreach (var wakeUp in due)
                await sweep.Handle(wakeUp, default);
        }
    }

    /// <summary>Every row that holds a trace of the person, in any column, table by table.</summary>
    private async Task<List<string>> Found()
    {
        var tables = checkout.Service<CheckoutTables>();
        var found = new List<string>();
        foreach (var property in typeof(CheckoutTables).GetProperties().Where(p => p.PropertyType == typeof(TableClient)))
        {
            var table = (TableClient)property.GetValue(tables)!;
            await foreach (var row in table.QueryAsync<TableEntity>())
            {
                var text =
                    string.Join('\n', row.Where(column => column.Value is not byte[]).Select(column => $"{column.Value}")) + Document(row);
                found.AddRange(
                    Traces
                        .Where(trace => text.Contains(trace, StringComparison.OrdinalIgnoreCase))
                        .Select(trace => $"{table.Name} {row.PartitionKey} {row.RowKey}: {trace}")
                );
            }
        }

        return found;
    }

    private static string Document(TableEntity row)
    {
        var bytes = Enumerable.Range(0, 16).SelectMany(i => row.TryGetValue($"s{i}", out var chunk) ? (byte[])chunk : []).ToArray();
        if (!row.ContainsKey("encoding"))
            return Encoding.UTF8.GetString(bytes);
        using var document = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress))
            brotli.CopyTo(document);
        return Encoding.UTF8.GetString(document.ToArray());
    }
}
