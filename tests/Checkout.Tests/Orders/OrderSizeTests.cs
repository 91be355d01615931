using Checkout.Orders;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Orders;

public sealed class OrderSizeTests
{
    [Theory]
    [InlineData(0, OrderSize.MostText + 1, "size_limit")]
    [InlineData(OrderSize.MostText + 2, OrderSize.MostText + 1, null)]
    public void Refuses_TextThatGrows_NotTextThatShrinks(long before, long after, string? reason) =>
        (OrderSize.Refuses(Saying(before), Saying(after))?.SubType).ShouldBe(reason);

    private static Order Saying(long length) => AnOrder.Of() with { MetaData = new OrderMetaData { Notes = new string('x', (int)length) } };
}
