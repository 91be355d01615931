using Checkout.Orders;
using Checkout.Payments;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Orders;

public sealed class OrderSizeTests
{
    [Theory]
    [InlineData(OrderSize.MostPayments, OrderSize.MostPayments, null)]
    [InlineData(OrderSize.MostPayments, OrderSize.MostPayments + 1, "size_limit")]
    [InlineData(OrderSize.MostPayments + 2, OrderSize.MostPayments + 1, null)]
    public void Refuses_MorePaymentsThanAnOrderMayHave(int before, int after, string? reason) =>
        (OrderSize.Refuses(With(before), With(after))?.SubType).ShouldBe(reason);

    [Theory]
    [InlineData(0, OrderSize.MostText + 1, "size_limit")]
    [InlineData(OrderSize.MostText + 2, OrderSize.MostText + 1, null)]
    public void Refuses_TextThatGrows_NotTextThatShrinks(long before, long after, string? reason) =>
        (OrderSize.Refuses(Saying(before), Saying(after))?.SubType).ShouldBe(reason);

    private static Order Saying(long length) => AnOrder.Of() with { MetaData = new OrderMetaData { Notes = new string('x', (int)length) } };

    private static Order With(int payments) => AnOrder.Of() with
    {
        Payments = [.. Enumerable.Range(1, payments).Select(n => new Payment { Id = $"{n}", GatewayPublicId = "g", Token = $"t{n}", Currency = "CAD", CreatedAt = AnOrder.Now.At })],
    };
}
