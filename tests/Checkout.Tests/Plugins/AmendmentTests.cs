using Checkout.Orders;
using Checkout.Plugins;
using Checkout.Pricing;
using Checkout.Tests.Orders;
using Checkout.Tests.Payments;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Plugins;

public sealed class AmendmentTests
{
    [Fact]
    public void IsOpen_BeforeThePlatformHasTheOrder() => Amendment.IsOpen(Amendable(), AnOrder.Now.At.AddYears(1)).ShouldBeTrue();

    [Theory]
    [InlineData(OrderStatus.Open)]
    [InlineData(OrderStatus.Processing)]
    [InlineData(OrderStatus.Canceled)]
    public void IsOpen_OfAnOrderThatIsNotProcessed_IsFalse(OrderStatus status) =>
        Amendment.IsOpen(Amendable() with { Status = status }, AnOrder.Now.At).ShouldBeFalse();

    [Fact]
    public void IsOpen_OnceThePlatformHasTheOrder_IsFalse() =>
        Amendment.IsOpen(Amendable() with { PlatformOrderId = "p1" }, AnOrder.Now.At).ShouldBeFalse();

    [Fact]
    public void IsOpen_OfAnOrderThatNoPluginMadeAmendable_IsFalse() =>
        Amendment.IsOpen(Amendable() with { Plugins = new PluginState() }, AnOrder.Now.At).ShouldBeFalse();

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void IsOpen_UntilTheDelayIsOver(int seconds, bool open)
    {
        var delayed = Amendable() with
        {
            Plugins = new PluginState { Amendable = true, DelayPlatformOrderSeconds = 60 },
        };

        Amendment.IsOpen(delayed, AnOrder.Now.At.AddSeconds(seconds)).ShouldBe(open);
    }

    [Theory]
    [InlineData(OrderStatus.Open)]
    [InlineData(OrderStatus.Processed)]
    public async Task Apply_ActionThatLowersTheTotalBelowWhatWasCaptured_IsRefused(OrderStatus status)
    {
        var order = Captured(status);

        var after = await PluginStage.After(
            PluginStage.Action("discount_cart", """{"discountType":"fixed","discountAmount":100}"""),
            order
        );

        OrderPrice.Of(after).Total.ShouldBe(OrderPrice.Of(order).Total);
        after.NewTimeline.ShouldHaveSingleItem().Event.ShouldBe("plugin.refused");
    }

    [Fact]
    public async Task Apply_ActionThatLowersTheTotalBelowWhatIsBeingCharged_IsRefused()
    {
        var order = Captured(OrderStatus.Processed);
        var asked = order with
        {
            Payments =
            [
                .. order.Payments.Select(p =>
                    p with
                    {
                        Transactions =
                        [
                            .. p.Transactions.Select(t =>
                                t.Kind is TransactionKind.Capture ? t with { Status = TransactionStatus.Pending } : t
                            ),
                        ],
                    }
                ),
            ],
        };
        asked.Payments.Sum(p => p.Captured).ShouldBe(0);

        var after = await PluginStage.After(
            PluginStage.Action("discount_cart", """{"discountType":"fixed","discountAmount":100}"""),
            asked
        );

        OrderPrice.Of(after).Total.ShouldBe(OrderPrice.Of(order).Total);
        after.NewTimeline.ShouldHaveSingleItem().Event.ShouldBe("plugin.refused");
    }

    [Theory]
    [InlineData(OrderStatus.Open)]
    [InlineData(OrderStatus.Processed)]
    public async Task Apply_ActionThatCostsNothing_AppliesAfterACapture(OrderStatus status)
    {
        var after = await PluginStage.After(PluginStage.Action("add_note", """{"note":"Fragile"}"""), Captured(status));

        after.MetaData.Notes.ShouldContain("Fragile");
    }

    /// <summary>All that it costs.</summary>
    private static Order Captured(OrderStatus status)
    {
        var order = PluginStage.Order();
        return order with
        {
            Status = status,
            ProcessedAt = status is OrderStatus.Processed ? PluginStage.Noon : null,
            Plugins = order.Plugins with { Amendable = true },
            Payments =
            [
                APayment.Of(
                    "a",
                    APayment.Movement("hold", TransactionKind.Authorize, OrderPrice.Of(order).Total),
                    APayment.Movement("charge", TransactionKind.Capture, OrderPrice.Of(order).Total, parent: "hold")
                ),
            ],
        };
    }

    private static Order Amendable() =>
        AnOrder.Of(AnOrder.Line()) with
        {
            Status = OrderStatus.Processed,
            ProcessedAt = AnOrder.Now.At,
            Plugins = new PluginState { Amendable = true },
        };
}
