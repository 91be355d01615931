using System.Text.Json.Nodes;
using Checkout.Local.Tests.Faults;
using Checkout.Orders;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.Races;

/// <summary>Many callers who want money of one order at the same time.</summary>
[Collection(Races.Name)]
public sealed class MoneyRaceTests(TwoHosts hosts)
{
    [Fact]
    public async Task Create_SameKeyTwentyTimesAtTwoHosts_MakesOneOrderAndOneCharge()
    {
        var scene = await Scene.New(hosts.Lane);
        var answers = await hosts.AtOnce(20, _ => (HttpMethod.Post, $"{scene.Orders}/create", scene.Request(Calls.All), Lane.ApiToken));
        answers.ShouldAllBe(a => a.Status == 200 || a.AsksToTryAgain);

        var again = await hosts.Lane.Ask(HttpMethod.Post, $"{scene.Orders}/create", scene.Request(Calls.All));
        again.Status.ShouldBe(200, again.ToString());
        answers.Where(a => a.Status == 200).ShouldAllBe(a => a.OrderId == again.OrderId);
        await Books.Agree(hosts.Lane, scene with { OrderId = again.OrderId }, Operation.CreateOrder);
    }

    [Fact]
    public async Task Capture_FiftyAtOnceUnderTheirOwnKeys_NeverTakesMoreThanIsHeld()
    {
        var scene = await Calls.Created(hosts.Lane, Calls.AllButCharge);

        var answers = await hosts.AtOnce(50, i => Capture(scene, $"own-{i}"));

        answers.ShouldAllBe(a => a.Status == 200 || a.Status == 422 || a.Status == 530);

        // A call that lost too many races is asked to come again: with its key it hears what became of it.
        for (var i = 0; i < answers.Length; i++)
            if (answers[i].Status == 530)
                answers[i] = await hosts.Lane.Ask(HttpMethod.Post, Capture(scene, $"own-{i}").Path, Capture(scene, $"own-{i}").Body);
        answers.ShouldAllBe(a => a.Status == 200 || a.Status == 422);
        var ledger = await Books.Ledger(hosts.Lane, scene);
        Books.Amount(ledger, "captured").ShouldBeLessThanOrEqualTo(Books.Amount(ledger, "authorized"));
        Books.Amount(ledger, "captured").ShouldBe(1000 * answers.Count(a => a.Status == 200));
        answers.ShouldContain(a => a.Status == 200);
        await Books.Balance(hosts.Lane, scene, await Books.Order(hosts.Lane, scene));
    }

    [Fact]
    public async Task Capture_FiftyAtOnceUnderOneKey_TakesOnce()
    {
        var scene = await Calls.Created(hosts.Lane, Calls.AllButCharge);

        var answers = await hosts.AtOnce(50, _ => Capture(scene, "one"));

        answers.ShouldAllBe(a => a.Status == 200 || a.Status == 530);
        answers.ShouldContain(a => a.Status == 200);
        answers
            .Where(a => a.Status == 200)
            .Select(a => a.Data["capture"]!["transactions"]!.AsArray().Single()!["transaction_id"]!.GetValue<string>())
            .Distinct()
            .Count()
            .ShouldBe(1);
        Books.Amount(await Books.Ledger(hosts.Lane, scene), "captured").ShouldBe(1000);
        await Books.Balance(hosts.Lane, scene, await Books.Order(hosts.Lane, scene));
    }

    [Fact]
    public async Task Pay_TwoBrowsersAtOnce_OnePaymentSetStandsAndNothingIsHeldUnseen()
    {
        for (var round = 0; round < 5; round++)
        {
            var scene = await Calls.ReadyToPay(hosts.Lane);
            var second = await hosts.Lane.Ask(
                HttpMethod.Post,
                $"{scene.Orders}/resume",
                new JsonObject { ["public_order_id"] = scene.OrderId }
            );
            string[] jwts = [scene.Jwt, second.Data["jwt_token"]!.GetValue<string>()];
            string[] cards = ["tok_visa", "tok_mastercard"];

            var paid = await hosts.AtOnce(2, i => (HttpMethod.Post, $"{scene.Storefront}/payments", Calls.Card(cards[i]), jwts[i]));
            paid.ShouldAllBe(a => a.Status == 200 || a.Status == 422 || a.Status == 530);
            var processed = await hosts.AtOnce(
                4,
                i =>
                    i < 2
                        ? (HttpMethod.Post, $"{scene.Storefront}/process_order", new JsonObject(), jwts[i])
                        : (HttpMethod.Post, $"{scene.Storefront}/payments", Calls.Card(cards[i - 2]), jwts[i - 2])
            );
            processed.ShouldAllBe(a => a.Status == 200 || a.Status == 422 || a.Status == 530);

            var last = await hosts.Lane.Ask(HttpMethod.Post, $"{scene.Storefront}/process_order", new JsonObject(), scene.Jwt);
            last.Status.ShouldBe(200, last.ToString());
            var order = await Books.Order(hosts.Lane, scene);
            order.IsFinal.ShouldBeTrue();
            await Books.Agree(hosts.Lane, scene, Operation.Others["process_order"]);
        }
    }

    /// <summary>
    /// The order (with the answer kept for the key), the wake-up, the intent, the outcome, the order's line; then the wake-up
    /// cleared. Where a counted product goes back or a timer is called off, that is the sixth, and the wake-up is left to the
    /// sweep. A cancel writes the line twice: when the order is canceled, and when its hold is released.
    /// </summary>
    [Fact]
    public async Task MoneyCalls_OfOnePayment_CostSixStorageTransactionsAndACancelSeven()
    {
        var (captured, canceled) = (
            await Calls.Created(hosts.Lane, Calls.AllButCharge),
            await Calls.Created(hosts.Lane, Calls.AllButCharge)
        );
        var (part, full) = (await Calls.Created(hosts.Lane, Calls.All), await Calls.Created(hosts.Lane, Calls.All));

        (await Cost($"{captured.Order}/payments/capture/full", new JsonObject { ["idempotent_key"] = "a" })).ShouldBe(6);
        (await Cost($"{canceled.Order}/cancel", new JsonObject { ["reason"] = "Duplicate." })).ShouldBe(7);
        (await Cost($"{part.Order}/refunds", new JsonObject { ["amount"] = 100, ["idempotent_key"] = "b" })).ShouldBe(6);
        (await Cost($"{full.Order}/refunds/full", new JsonObject { ["reason"] = "Broken." })).ShouldBe(6);
    }

    /// <summary>The timer's wake-up is cleared in the call, or left to come to nothing where goods go back too.</summary>
    [Fact]
    public async Task MoneyCalls_BeforeADelayedCapture_CostNoMoreStorageTransactions()
    {
        var (captured, canceled) = (await ToBeChargedLater(), await ToBeChargedLater());

        (await Cost($"{captured.Order}/payments/capture/full", new JsonObject { ["idempotent_key"] = "a" })).ShouldBe(6);
        (await Cost($"{canceled.Order}/cancel", new JsonObject { ["reason"] = "Duplicate." })).ShouldBe(7);
    }

    private async Task<Scene> ToBeChargedLater()
    {
        var scene = await Calls.ReadyToProcess(hosts.Lane, new CaptureSettings(CaptureMode.Delayed, 48));
        await Calls.Shop(hosts.Lane, scene, "process_order", new JsonObject());
        return scene;
    }

    private async Task<int> Cost(string path, JsonNode body)
    {
        var answer = await hosts.Lane.Ask(HttpMethod.Post, path, body);
        answer.Status.ShouldBe(200, answer.ToString());
        return answer.StorageTransactions;
    }

    private static (HttpMethod Method, string Path, JsonNode Body, string Token) Capture(Scene scene, string key) =>
        (
            HttpMethod.Post,
            $"{scene.Order}/payments/capture",
            new JsonObject
            {
                ["amount"] = 1000,
                ["reauth"] = false,
                ["idempotent_key"] = key,
            },
            Lane.ApiToken
        );
}
