using System.Text.Json.Nodes;
using Checkout.AzureStorage.Orders;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Stores;
using Shouldly;

namespace Checkout.Local.Tests.Faults;

/// <summary>Holds the order, the gateway's own ledger, the stock and the timeline against each other.</summary>
internal static class Books
{
    public static async Task Agree(Lane lane, Scene scene, Operation operation)
    {
        var order = await Order(lane, scene);
        var total = OrderPrice.Of(order).Total;
        order.Status.ShouldBe(operation.Status);
        (order.Journal is null or { IsFinished: true }).ShouldBeTrue("the journal is open");
        await Balance(lane, scene, order);
        order.Payments.Sum(p => p.Authorized).ShouldBe(operation.Authorized(total));
        order.Payments.Sum(p => p.Captured).ShouldBe(operation.Captured(total));
        order.Payments.Sum(p => p.Voided).ShouldBe(operation.Voided(total));
        order.Payments.Sum(p => p.Refunded).ShouldBe(operation.Refunded(total));
        order.LineItems.Sum(l => l.FulfilledQuantity).ShouldBe(operation.Fulfilled);
        if (operation.PlatformOrderId is not null)
            order.PlatformOrderId.ShouldBe(operation.PlatformOrderId);
        (await lane.Table<IStock>().OnHand(scene.Shop, scene.Sku, default)).ShouldBe(Scene.Stock - operation.Sold);
    }

    /// <summary>What each gateway did is what the order says, movement by movement, and the timeline tells it without a gap.</summary>
    public static async Task Balance(Lane lane, Scene scene, Order order)
    {
        order.Payments.ShouldAllBe(p => !p.HasPending);
        var (cards, giftCards) = (
            order.Payments.Where(p => p.Type != PaymentTypes.GiftCard).ToList(),
            order.Payments.Where(p => p.Type == PaymentTypes.GiftCard).ToList()
        );
        var ledger = await Ledger(lane, scene);
        var done = ledger["entries"]!.AsArray().Where(e => e!["outcome"]!.GetValue<string>() == "succeeded");
        cards
            .SelectMany(p => p.Transactions)
            .Where(t => t.Status is TransactionStatus.Succeeded)
            .Select(t => (t.IdempotencyKey, t.Amount))
            .ShouldBe(done.Select(e => (e!["idempotency_key"]!.GetValue<string>(), Amount(e, "amount"))), ignoreOrder: true);
        Amount(ledger, "authorized").ShouldBe(cards.Sum(p => p.Authorized));
        Amount(ledger, "captured").ShouldBe(cards.Sum(p => p.Captured));
        Amount(ledger, "voided").ShouldBe(cards.Sum(p => p.Voided));
        Amount(ledger, "refunded").ShouldBe(cards.Sum(p => p.Refunded));
        if (scene.GiftCard is { } code && await lane.Table<IGiftCards>().Find(scene.Shop, code, default) is { } card)
            card.Balance.ShouldBe(Calls.OnGiftCard - giftCards.Sum(p => p.Authorized - p.Voided - p.Refunded));

        var timeline = await lane.Ask(HttpMethod.Get, $"{scene.Order}/timeline");
        var entries = timeline.Data["timeline"]!.AsArray();
        entries.Select(e => (int)Amount(e!, "number")).ShouldBe(Enumerable.Range(1, entries.Count));
        Told(entries, "payment.authorized").ShouldBe(order.Payments.Sum(p => p.Authorized));
        Told(entries, "payment.captured").ShouldBe(order.Payments.Sum(p => p.Captured));
        Told(entries, "payment.voided").ShouldBe(order.Payments.Sum(p => p.Voided));
        Told(entries, "payment.refunded").ShouldBe(order.Payments.Sum(p => p.Refunded));
    }

    /// <summary>The order never came to be, or waits for its client: nothing moved for it.</summary>
    public static async Task Untouched(Lane lane, Scene scene)
    {
        if (scene.OrderId is not null)
            (await Ledger(lane, scene))["entries"]!.AsArray().ShouldBeEmpty();
        (await lane.Table<IStock>().OnHand(scene.Shop, scene.Sku, default)).ShouldBe(Scene.Stock);
    }

    public static async Task<Order> Order(Lane lane, Scene scene) => (await Find(lane, scene)).ShouldNotBeNull();

    public static async Task<Order?> Find(Lane lane, Scene scene) =>
        scene.OrderId is { } id ? (await lane.Table<TableOrderStore>().Load(id, default))?.Order : null;

    public static async Task<JsonNode> Ledger(Lane lane, Scene scene) =>
        (await lane.Ask(HttpMethod.Get, $"test-gateway/ledger?order={scene.OrderId}")).Json;

    private static long Told(JsonArray timeline, string what) =>
        timeline.Where(e => e!["event"]!.GetValue<string>() == what).Sum(e => Amount(e!, "amount"));

    public static long Amount(JsonNode node, string name) => node[name]!.GetValue<long>();
}
