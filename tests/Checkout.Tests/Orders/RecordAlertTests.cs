using Checkout.Orders;
using Checkout.Payments;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Orders;

public sealed class RecordAlertTests
{
    private static readonly PaymentAlert Opened = new("dp_1", PaymentAlert.Dispute, "needs_response", "fraudulent", 5000);
    private static readonly Order Paid = AnOrder.Of() with
    {
        Payments =
        [
            new Payment
            {
                Id = "p",
                GatewayPublicId = "g",
                Token = "t",
                Currency = "CAD",
                CreatedAt = DateTimeOffset.UnixEpoch,
            },
        ],
    };

    [Fact]
    public void Decide_NewsOfADispute_AreToldOnceEach()
    {
        var opened = RecordAlert.Decide(Paid, "p", Opened, AnOrder.Now);
        var again = RecordAlert.Decide(opened, "p", Opened, AnOrder.Now);
        var lost = RecordAlert.Decide(again, "p", Opened with { Status = "lost" }, AnOrder.Now);

        again.ShouldBeSameAs(opened);
        lost.Payments[0].Alerts.ShouldHaveSingleItem().Status.ShouldBe("lost");
        lost.NewTimeline.Select(e => (e.Event, e.Amount, e.PaymentId, e.GatewayReference, e.Detail))
            .ShouldBe([
                ("payment.dispute", 5000, "p", "dp_1", "needs_response, fraudulent"),
                ("payment.dispute", 5000, "p", "dp_1", "lost, fraudulent"),
            ]);
    }

    [Fact]
    public void Decide_PaymentThatIsNotOnTheOrder_ChangesNothing() =>
        RecordAlert.Decide(Paid, "other", Opened, AnOrder.Now).ShouldBeSameAs(Paid);

    [Fact]
    public void Decide_MoreThanTheDocumentHolds_AreLeftOut()
    {
        var order = Paid;
        for (var i = 0; i < 25; i++)
            order = RecordAlert.Decide(order, "p", Opened with { Reference = $"dp_{i}" }, AnOrder.Now);

        order.Payments[0].Alerts.Length.ShouldBe(20);
        RecordAlert.Decide(order, "p", Opened with { Reference = "dp_1", Status = "won" }, AnOrder.Now).ShouldNotBeSameAs(order);
    }
}
