using Checkout.Orders;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Orders;

public sealed class OrderNumberTests
{
    [Fact]
    public void Of_AnOrder_IsShortAndAlwaysTheSame()
    {
        var number = OrderNumber.Of("lzpNKNcCJDT6PZfqIpvDZvVeYAORGEilADYTxARRtp9Z4nnNXbXaYOhuYcKIDUml");

        number.ShouldMatch("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$");
        OrderNumber.Of("lzpNKNcCJDT6PZfqIpvDZvVeYAORGEilADYTxARRtp9Z4nnNXbXaYOhuYcKIDUml").ShouldBe(number);
    }

    [Fact]
    public void Of_TenThousandOrders_AreAllDifferent() =>
        Enumerable.Range(0, 10_000).Select(i => OrderNumber.Of($"order-{i}")).Distinct(StringComparer.Ordinal).Count().ShouldBe(10_000);
}
