using Checkout.Changing.Fulfillment;
using Checkout.Orders;
using Checkout.Tests.Orders;
using Checkout.Viewing;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Fulfillment;

public sealed class NextShipmentsTests
{
    private static readonly Tracking Post = new("Canada Post", "CP1", "https://post.example.com/CP1");
    private readonly Order order = AnOrder.Of(AnOrder.Line("a", quantity: 3), AnOrder.Line("b", quantity: 2)) with
    {
        Status = OrderStatus.Processed,
    };

    [Fact]
    public void Decide_MoreUnits_LeaveTogetherUnderTheirTracking()
    {
        var shipped = Fulfill(Fulfill(order, Post, ("a", 2), ("b", 1)), Tracking.None, ("a", 3), ("b", 1));

        shipped.Shipments.Length.ShouldBe(2);
        shipped.Shipments[0].Lines.ShouldBe([new ShippedLine("a", 2), new ShippedLine("b", 1)]);
        (shipped.Shipments[0].Tracking, shipped.Shipments[0].ShippedAt).ShouldBe((Post, AnOrder.Now.At));
        shipped.Shipments[1].Lines.ShouldBe([new ShippedLine("a", 1)]);
        shipped.Shipments[1].Tracking.ShouldBe(Tracking.None);
        FulfillmentWords.Of(shipped).ShouldBe("partial");
        FulfillmentWords.Of(Fulfill(shipped, Tracking.None, ("b", 2))).ShouldBe("fulfilled");
    }

    [Fact]
    public void Decide_FewerUnits_AreTakenOffTheNewestShipments()
    {
        var shipped = Fulfill(Fulfill(Fulfill(order, Post, ("a", 1), ("b", 2)), Tracking.None, ("a", 2)), Tracking.None, ("a", 3));

        var corrected = Fulfill(shipped, Tracking.None, ("a", 1));
        var none = Fulfill(corrected, Tracking.None, ("a", 0), ("b", 0));

        corrected.Shipments.ShouldHaveSingleItem().Lines.ShouldBe([new ShippedLine("a", 1), new ShippedLine("b", 2)]);
        none.Shipments.ShouldBeEmpty();
        FulfillmentWords.Of(none).ShouldBe("unfulfilled");
    }

    [Fact]
    public void Decide_TrackingAfterwards_IsThatOfTheNewestShipmentAndIsTold()
    {
        var shipped = Fulfill(Fulfill(order, Tracking.None, ("a", 1)), Tracking.None, ("b", 1));

        var tracked = Fulfill(shipped, Post, ("b", 1));

        tracked.Shipments.Select(s => s.Tracking).ShouldBe([Tracking.None, Post]);
        tracked.NewTimeline.Length.ShouldBe(shipped.NewTimeline.Length + 1);
        Fulfill(tracked, Post, ("b", 1)).ShouldBeSameAs(tracked);
        Fulfill(tracked, Tracking.None, ("b", 1)).ShouldBeSameAs(tracked);
    }

    private static Order Fulfill(Order order, Tracking tracking, params (string Key, int Quantity)[] lines) =>
        FulfillLineItems
            .Decide(
                order,
                [.. lines.Select(line => new LineFulfillment(line.Key, line.Quantity))],
                tracking,
                FulfillmentCount.InAll,
                AnOrder.Now
            )
            .Value;
}
