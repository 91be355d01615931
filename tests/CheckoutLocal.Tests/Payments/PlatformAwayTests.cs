using System.Text.Json.Nodes;
using Checkout.Journeys.Reconciling;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Testing;
using Checkout.Viewing;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.Payments;

/// <summary>A Create Order whose platform never comes back: its shopper is not left without goods and money.</summary>
public sealed class PlatformAwayTests(LocalCheckout checkout) : IClassFixture<LocalCheckout>
{
    private const string Shop = "awayshop1";
    private const string CustomerId = "EYRJPZwuC6obRHgGn2x2oQiGMaw9N7DM7QtII7g0sJYYDcKYpyNkGvv4ddJM7I0I";

    [Fact]
    public async Task CreateOrder_PlatformStaysAwayPastTheTime_IsCanceledAndItsMoneyIsBack()
    {
        await Open(hours: 24);
        var request = await Request(
            "calculate_shipping",
            "calculate_tax_rates",
            "authorize_payments",
            "process_order",
            "charge_payments",
            "send_to_platform"
        );
        (await Create(request)).Status.ShouldBe(202);
        var order = (
            await checkout.Service<IIdempotencyKeys>().Find(Shop, request["idempotency_key"]!.GetValue<string>(), default)
        )!.PublicOrderId;
        var paid = await Stored(order);
        paid.Payments.ShouldHaveSingleItem().Captured.ShouldBeGreaterThan(0);
        (await checkout.Service<IOrderLookup>().FindByOrderId(Shop, paid.OrderId, default)).ShouldBe(order);
        (await checkout.Service<IOrderList>().Find(Shop, new OrderQuery(), new PageRequest(50), default)).Value.Items.ShouldContain(
            line => line.PublicOrderId == order,
            "a charged order is listed though its commands wait"
        );

        (await Resume(order)).ShouldNotBeNull();
        (await Stored(order)).Status.ShouldBe(OrderStatus.Processed);

        await Open(hours: 0);
        (await Resume(order)).ShouldBeNull();
        var due = (await checkout.Service<IWakeUps>().Due(DateTimeOffset.UtcNow.AddMinutes(1), 1000, default))
            .Where(w => w.PublicOrderId == order && w.Kind == WakeUpKinds.Reconcile)
            .ShouldHaveSingleItem();
        (await checkout.Service<ReconcileOrder>().Handle(due, default)).ShouldBeNull();

        var canceled = await Stored(order);
        canceled.Status.ShouldBe(OrderStatus.Canceled);
        canceled.Payments.ShouldHaveSingleItem().Refunded.ShouldBe(paid.Payments[0].Captured);

        var again = await Create(request);
        again.Status.ShouldBe(422, again.Json.ToJsonString());
        (await Stored(order)).Journal!.FailedCommand!.Command.ShouldBe("send_to_platform");
        (await Stored(order)).Payments.ShouldHaveSingleItem().Captured.ShouldBe(paid.Payments[0].Captured);
    }

    [Fact]
    public async Task CommandThatCameTooLate_UndoesNoOrderThatIsPaidFor()
    {
        await Open(hours: 24);
        var request = await Request("calculate_shipping", "authorize_payments", "process_order", "charge_payments", "calculate_tax_rates");
        var failed = await Create(request);
        failed.Status.ShouldBe(422, failed.Json.ToJsonString());
        failed.Data["failed_command"]!["command"]!.GetValue<string>().ShouldBe("calculate_tax_rates");
        var order = failed.Data["public_order_id"]!.GetValue<string>();

        await Open(hours: 0);
        var look = new WakeUp(order, WakeUpKinds.Reconcile, DateTimeOffset.UtcNow);
        (await checkout.Service<ReconcileOrder>().Handle(look, default)).ShouldNotBeNull("it is charged and sent at the next look");
        (await checkout.Service<ReconcileOrder>().Handle(look with { Attempt = 1 }, default)).ShouldBeNull();

        var after = await Stored(order);
        (after.Status, after.Journal!.TakenOver).ShouldBe((OrderStatus.Processed, true), "it is the shop's from here on");
        after.PaymentDueAt.ShouldBeNull("it is paid");
        after.Payments.ShouldHaveSingleItem().Refunded.ShouldBe(0);
        (await checkout.Service<IWakeUps>().Due(DateTimeOffset.UtcNow.AddHours(1), 1000, default)).ShouldContain(
            w => w.PublicOrderId == order && w.Kind == WakeUpKinds.PlatformOrder,
            "it is sent as soon as the platform is there"
        );
        var again = await Create(request);
        again.Status.ShouldBe(422, "what came too late is still not done");
        again.Data["failed_command"]!["command"]!.GetValue<string>().ShouldBe("calculate_tax_rates");
    }

    private async Task Open(int hours)
    {
        await Shopping.Open(
            checkout,
            Shop,
            demo =>
                demo with
                {
                    PlatformConnector = new PlatformConnectorSettings("http://127.0.0.1:1/", "a shared secret"),
                    Checkout = demo.Checkout with { ReleaseHeldPaymentsAfterHours = hours },
                }
        );
        var customers = checkout.Service<ICustomerStore>();
        await customers.Save(Shop, (await customers.Find(LocalCheckout.Shop, CustomerId, default))!, default);
        var catalog = checkout.Service<ICatalog>();
        await catalog.Save(
            Shop,
            (await catalog.FindBySku(LocalCheckout.Shop, "KLS_472945", default))! with
            {
                TrackInventory = false,
            },
            default
        );
    }

    private static async Task<JsonNode> Request(params string[] commands)
    {
        var request = JsonNode.Parse(await File.ReadAllTextAsync(Repository.Path("samples", "create-order.json")))!;
        request["idempotency_key"] = Guid.NewGuid().ToString();
        request["commands"] = new JsonObject(commands.Select((c, i) => KeyValuePair.Create<string, JsonNode?>($"{i}", c)));
        return request;
    }

    private Task<Answer> Create(JsonNode request) =>
        checkout.Send(HttpMethod.Post, $"/checkout/orders/{Shop}/create", request.ToJsonString());

    private Task<DateTimeOffset?> Resume(string order) =>
        checkout
            .Service<IEnumerable<IWakeUpHandler>>()
            .Single(h => h.Kind == WakeUpKinds.CreateOrder)
            .Handle(new WakeUp(order, WakeUpKinds.CreateOrder, DateTimeOffset.UtcNow), default);

    private async Task<Order> Stored(string order) => (await checkout.Service<IOrderStore>().Load(order, default))!.Order;
}
