using Checkout.Orders;
using Checkout.Plugins;
using Checkout.Tests.Orders;
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

    private static Order Amendable() =>
        AnOrder.Of(AnOrder.Line()) with
        {
            Status = OrderStatus.Processed,
            ProcessedAt = AnOrder.Now.At,
            Plugins = new PluginState { Amendable = true },
        };
}
