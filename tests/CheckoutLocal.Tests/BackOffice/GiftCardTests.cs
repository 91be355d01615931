using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Local.Tests.Faults;
using Checkout.Local.Tests.Payments;
using Checkout.Stores;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.BackOffice;

/// <summary>Gift cards are issued, found, corrected and disabled by the back office, and pay as they should all the while.</summary>
[Collection(LocalCheckouts.Name)]
public sealed class GiftCardTests(LocalCheckout checkout) : IAsyncLifetime
{
    private const string Shop = "cardshop1";
    private const string Cards = $"/checkout/shop/{Shop}/gift_cards";

    public Task InitializeAsync() => Shopping.Open(checkout, Shop, demo => demo);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Issue_ShowsTheCodeOnce_AndItPaysAnOrder()
    {
        var issued = await Issue(new { amount = 20_000, currency = "CAD" });
        var code = Text(issued, "code");

        var shopping = await Shopping.PaidWith(checkout, Shop, Scene.GiftCardGateway, code);
        await shopping.Do("process_order", new JsonObject());

        var total = (await shopping.Stored()).Payments.Single().Authorized;
        total.ShouldBeGreaterThan(0);
        var card = (await Get(Text(issued, "id"))).Data;
        (Number(card, "balance"), Number(card, "initial_amount"), Text(card, "status")).ShouldBe((20_000 - total, 20_000, "active"));
        Text(card, "last_four").ShouldBe(code[^4..]);
        card.ToJsonString().ShouldNotContain(code);
        card["moves"]!
            .AsArray()
            .Select(m => (Text(m!, "kind"), Number(m!, "amount"), m!["public_order_id"]?.GetValue<string>()))
            .ShouldBe([("charge", -total, shopping.OrderId), ("issue", 20_000, null)]);
        Number((await Listed($"?search={code[^4..]}")).Single(c => Text(c, "id") == Text(issued, "id")), "balance")
            .ShouldBe(20_000 - total);
    }

    [Fact]
    public async Task Issue_SameKeyTwice_IsOneCardWithOneCode_AndAnotherRequestUnderItIsRefused()
    {
        var key = Guid.NewGuid().ToString("N");
        var first = await Issue(
            new
            {
                amount = 700,
                currency = "CAD",
                idempotent_key = key,
            }
        );
        var again = await Issue(
            new
            {
                amount = 700,
                currency = "CAD",
                idempotent_key = key,
            }
        );

        (Text(again, "id"), Text(again, "code")).ShouldBe((Text(first, "id"), Text(first, "code")));
        (await Listed("?limit=100")).Count(c => Text(c, "id") == Text(first, "id")).ShouldBe(1);
        var other = await Post(
            Cards,
            new
            {
                amount = 800,
                currency = "CAD",
                idempotent_key = key,
            }
        );
        (other.Status, other.Field, other.SubType).ShouldBe((422, "idempotent_key", "idempotency_mismatch"));
    }

    [Fact]
    public async Task Issue_WithACodeThatIsTaken_IsRefused_AndTheCardKeepsItsBalance()
    {
        var code = $"MINE-{Guid.NewGuid():N}";
        var first = await Issue(
            new
            {
                amount = 700,
                currency = "CAD",
                code,
            }
        );

        var taken = await Post(
            Cards,
            new
            {
                amount = 900,
                currency = "CAD",
                code,
            }
        );

        (taken.Status, taken.Field).ShouldBe((422, "code"));
        Number((await Get(Text(first, "id"))).Data, "balance").ShouldBe(700);
    }

    [Fact]
    public async Task Disabled_WhileAnOrderHoldsIt_SettlesThatOrder_AndPaysNoOther()
    {
        var issued = await Issue(new { amount = 50_000, currency = "CAD" });
        var code = Text(issued, "code");
        var shopping = await Shopping.PaidWith(checkout, Shop, Scene.GiftCardGateway, code);
        await shopping.Do("process_order", new JsonObject());
        var held = (await shopping.Stored()).Payments.Single().Authorized;

        var disabled = await Post($"{Cards}/{Text(issued, "id")}/disable", new { reason = "Stolen" });

        Text(disabled.Data, "status").ShouldBe("disabled");
        var other = await Shopping.Begin(checkout, Shop);
        var refused = await checkout.Send(
            HttpMethod.Post,
            $"/checkout/storefront/{Shop}/{other.OrderId}/payments",
            new JsonObject { ["gateway_public_id"] = Scene.GiftCardGateway, ["token"] = code }.ToJsonString(),
            other.Jwt
        );
        (refused.Status, refused.Field, refused.SubType).ShouldBe((422, "payment", "payment"));
        (await shopping.BackOffice(HttpMethod.Post, "payments/capture/full")).Status.ShouldBe(200);
        (await shopping.BackOffice(HttpMethod.Post, "refunds/full")).Status.ShouldBe(200);
        var payment = (await shopping.Stored()).Payments.Single();
        (payment.Captured, payment.Refunded).ShouldBe((held, held));
        var card = (await Get(Text(issued, "id"))).Data;
        (Number(card, "balance"), Text(card, "status")).ShouldBe((50_000, "disabled"));
    }

    [Fact]
    public async Task Disabled_BetweenOfferAndOrder_IsDeclined()
    {
        var issued = await Issue(new { amount = 50_000, currency = "CAD" });
        var shopping = await Shopping.PaidWith(checkout, Shop, Scene.GiftCardGateway, Text(issued, "code"));
        await Post($"{Cards}/{Text(issued, "id")}/disable", new { reason = "Stolen" });

        var placed = await checkout.Send(
            HttpMethod.Post,
            $"/checkout/storefront/{Shop}/{shopping.OrderId}/process_order",
            "{}",
            shopping.Jwt
        );

        (placed.Status, placed.Field, placed.SubType).ShouldBe((422, "payment", "payment"));
        Number((await Get(Text(issued, "id"))).Data, "balance").ShouldBe(50_000);
    }

    [Fact]
    public async Task Disabled_TakesNothing_EvenFromWhoReadItBefore()
    {
        var issued = await Issue(new { amount = 500, currency = "CAD" });
        await Post($"{Cards}/{Text(issued, "id")}/disable", new { reason = "Stolen" });

        (await checkout.Service<IGiftCards>().Move(Shop, Text(issued, "code"), "late", 100, default)).ShouldBeFalse();
        (await checkout.Service<IGiftCards>().Move(Shop, Text(issued, "code"), "back", -100, default)).ShouldBeTrue();
    }

    [Fact]
    public async Task Adjust_AddsAndTakesOff_ButNotBelowNothing()
    {
        var issued = await Issue(new { amount = 500, currency = "CAD" });
        var adjust = $"{Cards}/{Text(issued, "id")}/adjust";

        Number((await Post(adjust, new { amount = 250, reason = "Goodwill" })).Data, "balance").ShouldBe(750);
        var refused = await Post(adjust, new { amount = -751, reason = "Too much" });

        (refused.Status, refused.Field).ShouldBe((422, "amount"));
        Text((await Post(adjust, new { amount = -750, reason = "All of it" })).Data, "status").ShouldBe("spent");
    }

    [Fact]
    public async Task Issue_ForSomebody_IsFoundByTheirAddress()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        var issued = await Issue(
            new
            {
                amount = 500,
                currency = "CAD",
                email_address = email,
            }
        );

        (await Listed($"?search={email.ToUpperInvariant()}")).Select(card => Text(card, "id")).ShouldBe([Text(issued, "id")]);
    }

    [Theory]
    [InlineData("""{"amount":1,"currency":"CAD","code":"MINE-12345","email_address":"a@example.com"}""", "email_address")]
    [InlineData("""{"currency":"CAD"}""", "amount")]
    [InlineData("""{"amount":0,"currency":"CAD"}""", "amount")]
    [InlineData("""{"amount":1,"currency":"XXX1"}""", "currency")]
    [InlineData("""{"amount":1,"currency":"CAD","code":"short"}""", "code")]
    [InlineData("""{"amount":1,"currency":"CAD","expires_at":"2001-01-01T00:00:00Z"}""", "expires_at")]
    public async Task Issue_AskedForWrongly_IsRefusedByName(string body, string field)
    {
        var refused = await checkout.Send(HttpMethod.Post, Cards, body);

        (refused.Status, refused.Field).ShouldBe((422, field));
    }

    [Fact]
    public async Task Get_OfAnotherShopsCard_IsNotFound()
    {
        var issued = await Issue(new { amount = 500, currency = "CAD" });

        var other = await checkout.Send(HttpMethod.Get, $"/checkout/shop/{LocalCheckout.Shop}/gift_cards/{Text(issued, "id")}");

        other.Status.ShouldBe(404);
    }

    private async Task<JsonNode> Issue(object card)
    {
        var issued = await Post(Cards, card);
        issued.Status.ShouldBe(200, issued.Json.ToJsonString());
        return issued.Data;
    }

    private Task<Answer> Post(string path, object body) => checkout.Send(HttpMethod.Post, path, JsonSerializer.Serialize(body));

    private Task<Answer> Get(string id) => checkout.Send(HttpMethod.Get, $"{Cards}/{id}");

    private async Task<IEnumerable<JsonNode>> Listed(string query) =>
        (await checkout.Send(HttpMethod.Get, Cards + query)).Data["gift_cards"]!.AsArray().Select(card => card!);

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private static long Number(JsonNode node, string name) => node[name]!.GetValue<long>();
}
