using System.Text.Json.Nodes;
using Checkout.Journeys.Settling;
using Checkout.Local.Tests.Faults;
using Checkout.Local.Tests.Payments;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Stores;
using Checkout.Webhooks;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests;

/// <summary>What shoppers are written, by every door that makes an order final and by what happens to it after.</summary>
public sealed class LetterTests : IAsyncLifetime
{
    private readonly FakeTimeProvider time = new(DateTimeOffset.UtcNow);
    private readonly LocalCheckout checkout;

    public LetterTests() => checkout = new LocalCheckout { Time = time };

    public Task InitializeAsync() => checkout.InitializeAsync();

    public Task DisposeAsync() => checkout.DisposeAsync();

    [Fact]
    public async Task ProcessOrder_OfTheStorefront_IsConfirmedOnceAtNoStorageTransactionMore()
    {
        var order = await Shopping.PaidWith(checkout, LocalCheckout.Shop, Scene.TestGateway, "tok_visa", "KLS_472945");

        var placed = await order.Do("process_order", []);

        placed.Cost.ShouldBe(7);
        (await Letters(order.OrderId)).ShouldHaveSingleItem().Subject!.ShouldStartWith("Your order ");
        await After(MoneyCalls.ReconcileAfter + TimeSpan.FromMinutes(1));
        (await Letters(order.OrderId)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task CreateOrder_IsConfirmedOnceWithRowsThatAddUp()
    {
        var order = (await checkout.Create(LocalCheckout.GuideRequest("letter"))).OrderId;

        var letter = (await Letters(order)).ShouldHaveSingleItem();

        letter.To.Mailboxes.Single().Address.ShouldBe("john.doe@example.com");
        letter.TextBody!.ShouldContain("Total: $97.22\u00a0CAD");
        await checkout.Create(LocalCheckout.GuideRequest("letter"));
        await After(TimeSpan.FromMinutes(5));
        (await Letters(order)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task CreateOrder_SendReceiptFalse_IsNotConfirmedAndHasNoLetter()
    {
        var request = LocalCheckout.GuideRequest("no letter");
        request["send_receipt"] = false;

        var order = (await checkout.Create(request)).OrderId;
        await After(TimeSpan.FromMinutes(5));

        (await Letters(order)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Complete_OfAnOpenOrder_IsConfirmedOnce()
    {
        await Shopping.Open(checkout, "letterdoor", demo => demo);
        var order = await Shopping.PaidWith(checkout, "letterdoor", Scene.TestGateway, "tok_visa");
        (await order.BackOffice(HttpMethod.Post, "payments/auth/full", [])).Status.ShouldBe(200);

        (await order.BackOffice(HttpMethod.Post, "complete", new JsonObject { ["platform_order_id"] = "P1" })).Status.ShouldBe(200);

        (await Letters(order.OrderId)).ShouldHaveSingleItem();
        await order.BackOffice(HttpMethod.Post, "complete", new JsonObject { ["platform_order_id"] = "P1" });
        (await Letters(order.OrderId)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task ShippedAndRefunded_AreEachToldOnce()
    {
        await Shopping.Open(
            checkout,
            "lettershop",
            demo => demo with { Checkout = demo.Checkout with { Capture = new CaptureSettings(CaptureMode.Immediate) } }
        );
        var order = await Shopping.Processed(checkout, "lettershop", "tok_visa");
        var shipment = new JsonObject
        {
            ["fulfilled_quantity"] = 1,
            ["carrier"] = "Post",
            ["tracking_number"] = "TRACK-1",
            ["tracking_url"] = "https://carrier.example/TRACK-1",
        };

        (await order.BackOffice(HttpMethod.Patch, "line_items/line-1", shipment)).Status.ShouldBe(200);
        await order.BackOffice(
            HttpMethod.Post,
            "refunds",
            new JsonObject
            {
                ["amount"] = 500,
                ["reason"] = "Scratched.",
                ["email_notification"] = true,
            }
        );

        var letters = await Letters(order.OrderId);
        letters.Count(l => l.Subject!.Contains("on its way") && l.TextBody!.Contains("TRACK-1")).ShouldBe(1);
        letters.Count(l => l.Subject!.StartsWith("Your refund", StringComparison.Ordinal) && l.TextBody!.Contains("$5.00")).ShouldBe(1);
        letters.Count.ShouldBe(3, "the confirmation is the third");
    }

    [Fact]
    public async Task Cancel_OfAPlacedOrder_IsToldAtNoStorageTransactionMore()
    {
        await Shopping.Open(
            checkout,
            "cancelshop",
            demo => demo with { Checkout = demo.Checkout with { Capture = new CaptureSettings(CaptureMode.Manual) } }
        );
        var order = await Shopping.Processed(checkout, "cancelshop", "tok_visa");

        var canceled = await order.BackOffice(HttpMethod.Post, "cancel", new JsonObject { ["reason"] = "Sold out." });

        canceled.Status.ShouldBe(200, canceled.Json.ToJsonString());
        canceled.Cost.ShouldBe(6);
        var letters = await Letters(order.OrderId);
        letters.Count(l => l.TextBody!.Contains("Reason: Sold out.")).ShouldBe(1);
        letters.Count.ShouldBe(2, "the confirmation is the other");
    }

    [Fact]
    public async Task Abandoned_ShopThatLooksForThem_LeadsBackToTheCheckout()
    {
        await Shopping.Open(checkout, "leftshop01", demo => demo with { Checkout = demo.Checkout with { AbandonedAfterMinutes = 60 } });
        var order = await Shopping.PaidWith(checkout, "leftshop01", Scene.TestGateway, "tok_visa");

        await After(TimeSpan.FromMinutes(61));
        await After(TimeSpan.FromMinutes(2));

        (await Letters(order.OrderId)).ShouldHaveSingleItem().Subject!.ShouldStartWith("Your cart at ");
    }

    [Fact]
    public async Task Resend_OfAConfirmation_IsSentOnceMoreAndOneThatIsNotDueIsRefused()
    {
        var order = (await checkout.Create(LocalCheckout.GuideRequest("again"))).OrderId;
        await Letters(order);

        var resent = await Resend(order, "order_confirmation", "fr");
        var notDue = await Resend(order, "shipped");

        resent.Status.ShouldBe(200, resent.Json.ToJsonString());
        (notDue.Status, notDue.SubType).ShouldBe((422, "letter_not_due"));
        var letters = await Letters(order);
        letters.Count.ShouldBe(2);
        letters.ShouldContain(l => l.Subject!.StartsWith("Votre commande", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Preview_OfAnOrder_IsItsLetterAndNothingIsSent()
    {
        var order = (await checkout.Create(LocalCheckout.GuideRequest("preview"))).OrderId;
        await Letters(order);
        var path = $"/checkout/shop/{LocalCheckout.Shop}/letters/order_confirmation/preview?language=de&public_order_id={order}";

        var preview = await checkout.Send(HttpMethod.Get, path);

        preview.Status.ShouldBe(200, preview.Json.ToJsonString());
        preview.Data["text"]!.GetValue<string>().ShouldContain("Gesamtbetrag: 97,22\u00a0$\u00a0CAD");
        preview.Data["html"]!.GetValue<string>().ShouldContain("<html lang=\"de\">");
        (await Letters(order)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("GET", "letters")]
    [InlineData("GET", "letters/order_confirmation/preview")]
    [InlineData("POST", "letters/order_confirmation/test")]
    public async Task Letters_OfNoShop_AreNotFoundForTheDeployment(string method, string path)
    {
        var body = method == "POST" ? """{"email_address":"me@shop.example.com"}""" : null;

        var answer = await checkout.Send(new HttpMethod(method), $"/checkout/shop/nosuchshop/{path}", body, LocalCheckout.DeploymentToken);

        (answer.Status, answer.SubType).ShouldBe((404, "not_found"));
    }

    [Fact]
    public async Task TestLetter_ToAnAddress_IsSentAtOnceAndToNoneIsNot()
    {
        var path = $"/checkout/shop/{LocalCheckout.Shop}/letters/gift_card/test";

        var sent = await checkout.Send(HttpMethod.Post, path, """{"email_address":"me@shop.example.com"}""");
        var nowhere = await checkout.Send(HttpMethod.Post, path, """{"email_address":"me"}""");

        sent.Status.ShouldBe(200, sent.Json.ToJsonString());
        (nowhere.Status, nowhere.Field).ShouldBe((422, "email_address"));
        Read(checkout.Letters()).ShouldHaveSingleItem().To.Mailboxes.Single().Address.ShouldBe("me@shop.example.com");
    }

    [Fact]
    public async Task GiftCard_SentToSomebody_IsInTheLetterAndNowhereInTheStore()
    {
        var cards = $"/checkout/shop/{LocalCheckout.Shop}/gift_cards";
        var issued = await checkout.Send(HttpMethod.Post, cards, """{"amount":5000,"currency":"CAD"}""");
        var (id, code) = (issued.Data["id"]!.GetValue<string>(), issued.Data["code"]!.GetValue<string>());

        var sent = await checkout.Send(
            HttpMethod.Post,
            $"{cards}/{id}/send",
            """{"email_address":"bo@example.com","recipient_name":"Bo"}"""
        );

        sent.Status.ShouldBe(200, sent.Json.ToJsonString());
        var letter = (await Letters(ShopOutbox.Of(LocalCheckout.Shop))).ShouldHaveSingleItem();
        letter.To.Mailboxes.Single().Address.ShouldBe("bo@example.com");
        letter.TextBody!.ShouldContain(code);
        letter.TextBody!.ShouldContain("$50.00");
        (await StoredRows.With(checkout, [code, code.Replace("-", "", StringComparison.Ordinal)])).ShouldBeEmpty();
    }

    private Task<Answer> Resend(string order, string kind, string? language = null) =>
        checkout.Send(
            HttpMethod.Post,
            $"/checkout/orders/{LocalCheckout.Shop}/{order}/letters",
            new JsonObject { ["kind"] = kind, ["language"] = language }.ToJsonString()
        );

    /// <summary>Those that were sent, once everything that waits has been.</summary>
    private async Task<List<MimeMessage>> Letters(string order)
    {
        await checkout.Service<OutboxSender>().Handle(new WakeUp(order, WakeUpKinds.Outbox, DateTimeOffset.MaxValue), default);
        return Read(checkout.Letters(order));
    }

    private static List<MimeMessage> Read(IEnumerable<string> letters) =>
        [.. letters.Select(text => MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))))];

    private async Task After(TimeSpan passed)
    {
        time.Advance(passed);
        await checkout.Service<WakeUpSweep>().Run(default);
    }
}
