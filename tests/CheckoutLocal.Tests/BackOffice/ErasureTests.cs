using System.Text.Json.Nodes;
using Checkout.Letters;
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

    private static readonly TracedPerson Zebediah = new("Zebediah", "Quackenbush")
    {
        Street = "77 Secret Lane",
        PostalCode = "R2X9K7",
        Phone = "2045550199",
        Business = "Quack Brothers",
        Wish = "his doorbell is broken",
        Note = "the one with the moustache",
    };

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
        var charged = await Zebediah.Pay(checkout, Shop);
        var open = await Zebediah.Begin(checkout, Shop);
        var total = (await charged.Stored()).Payments.Single().Captured;
        await BuryALetter(charged);
        (await Found()).ShouldNotBeEmpty();

        var erased = await checkout.Send(HttpMethod.Delete, $"{Customers}/{customer}");
        erased.Status.ShouldBe(200, erased.Json.ToJsonString());
        await ErasureSweep.Run(checkout);

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
        var held = await Zebediah.Place(checkout, Shop);
        await checkout.Send(HttpMethod.Delete, $"{Customers}/{customer}");
        await ErasureSweep.Run(checkout);
        (await held.Stored()).ErasedAt.ShouldBeNull();

        (await held.BackOffice(HttpMethod.Post, "payments/capture/full", new JsonObject())).Status.ShouldBe(200);
        var tomorrow = DateTimeOffset.UtcNow.AddDays(1.1);
        var waiting = (await checkout.Service<IWakeUps>().Due(tomorrow, 1000, default)).First(w =>
            w.Kind == WakeUpKinds.OrderToErase && w.PublicOrderId == held.OrderId
        );
        await checkout.Service<WakeUpSweep>().Handle(waiting, default);

        (await held.Stored()).ErasedAt.ShouldNotBeNull();
        (await Found()).ShouldBeEmpty(string.Join("\n", await Found()));
    }

    [Fact]
    public async Task Erase_AGuest_ByTheHashOfTheirAddress()
    {
        var charged = await Zebediah.Pay(checkout, Shop);

        (await checkout.Send(HttpMethod.Delete, $"{Customers}/email-{Zebediah.EmailHash}")).Status.ShouldBe(200);
        await ErasureSweep.Run(checkout);

        (await charged.Stored()).ErasedAt.ShouldNotBeNull();
        (await Found()).ShouldBeEmpty(string.Join("\n", await Found()));
    }

    private async Task<string> Import()
    {
        var body = new JsonObject
        {
            ["customers"] = new JsonArray(
                new JsonObject
                {
                    ["email_address"] = Zebediah.Email,
                    ["first_name"] = Zebediah.FirstName,
                    ["last_name"] = Zebediah.LastName,
                    ["platform_id"] = "quack-1",
                    ["saved_addresses"] = new JsonArray(Zebediah.Address),
                }
            ),
        };
        (await checkout.Send(HttpMethod.Post, $"{Customers}/import", body.ToJsonString())).Status.ShouldBe(200);
        return (await checkout.Send(HttpMethod.Get, $"{Customers}?email={Zebediah.Email}")).Data["customers"]![0]![
            "id"
        ]!.GetValue<string>();
    }

    /// <summary>A message about the order, and a letter about a gift card, which is about no order.</summary>
    private async Task BuryALetter(Shopping shopping)
    {
        var outbox = checkout.Service<IOutbox>();
        var card = new Letter(LetterKind.GiftCard)
        {
            To = Zebediah.Email,
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

    private Task<List<string>> Found() => Zebediah.Found(checkout);
}
