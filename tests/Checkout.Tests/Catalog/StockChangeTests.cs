using Checkout.Catalog;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Catalog;

public sealed class StockChangeTests
{
    [Theory]
    [InlineData(15, null, 8, 7)]
    [InlineData(15, 10L, 8, 5)]
    [InlineData(15, 10L, 12, 5)]
    [InlineData(0, null, 8, -8)]
    public void UnitsToAdd_OfASet_IsWhatTheCountFoundMoreThanWasSeen(long set, long? seen, long onHand, long units) =>
        new StockChange("id") { SetTo = set, Seen = seen }
            .UnitsToAdd(onHand)
            .Value.ShouldBe(units);

    [Fact]
    public void UnitsToAdd_ThatWouldLeaveFewerThanNone_IsRefused()
    {
        new StockChange("id") { AdjustBy = -9 }
            .UnitsToAdd(8)
            .Problems[0]
            .Field.ShouldBe("adjust");
        new StockChange("id") { SetTo = 1, Seen = 10 }
            .UnitsToAdd(8)
            .Problems[0]
            .Field.ShouldBe("set");
        new StockChange("id") { AdjustBy = -8 }
            .UnitsToAdd(8)
            .Value.ShouldBe(-8);
    }
}
