using Checkout.Journeys.Settling;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Shops;
using Checkout.Tests.Orders;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Payments;

/// <summary>capture_data and refund_order_data come to the gateway, and the same again when the movement is asked for again.</summary>
public sealed class GatewayDataTests
{
    [Theory]
    [InlineData(MoneyOperationKind.Capture)]
    [InlineData(MoneyOperationKind.Refund)]
    public async Task Data_OfAMoneyCall_ReachesTheGatewayWithEveryTry(MoneyOperationKind kind)
    {
        var sent = new List<string?>();
        var driver = new Mock<IPaymentGateway>();
        driver
            .Setup(g => g.Capture(It.IsAny<GatewayMovement>(), It.IsAny<CancellationToken>()))
            .Callback((GatewayMovement m, CancellationToken _) => sent.Add(m.Data))
            .ReturnsAsync(GatewayOutcome.Unknown(""));
        driver
            .Setup(g => g.Refund(It.IsAny<GatewayMovement>(), It.IsAny<CancellationToken>()))
            .Callback((GatewayMovement m, CancellationToken _) => sent.Add(m.Data))
            .ReturnsAsync(GatewayOutcome.Unknown(""));
        var shop = AnOrder.Shop() with { Gateways = [new GatewaySettings { PublicId = "g", Driver = "test" }] };
        var operation = new MoneyOperation("o", kind) { Data = """{"invoice":"7"}""" };
        var planned = operation.Plan(Paid(kind), AnOrder.Now, new CountingIds()).Value;
        var pending = operation.Movements(planned).ShouldHaveSingleItem();
        var stored = OrderDocument.Read(OrderDocument.Write(planned).Span);
        var calls = new GatewayCalls(
            Mock.Of<IPaymentGateways>(g => g.Driver("test") == driver.Object),
            new FakeTimeProvider(AnOrder.Now.At)
        );

        await calls.Ask(planned, shop, pending.Payment, pending.Transaction, givesUp: false, CancellationToken.None);
        await calls.Ask(stored, shop, stored.Payments[0], stored.Payments[0].Transactions[^1], givesUp: false, CancellationToken.None);

        sent.ShouldBe(["""{"invoice":"7"}""", """{"invoice":"7"}"""]);
    }

    private static Order Paid(MoneyOperationKind kind)
    {
        var payment = new Payment
        {
            Id = "p",
            GatewayPublicId = "g",
            Token = "t",
            Currency = "CAD",
            Amount = 2350,
            CreatedAt = AnOrder.Now.At,
        }.With(Moved("a", TransactionKind.Authorize));
        return AnOrder.Of(AnOrder.Line()) with
        {
            Payments =
            [
                kind is MoneyOperationKind.Refund ? payment.With(Moved("c", TransactionKind.Capture) with { ParentId = "a" }) : payment,
            ],
        };
    }

    private static PaymentTransaction Moved(string id, TransactionKind kind) =>
        new()
        {
            Id = id,
            Kind = kind,
            Amount = 2350,
            Currency = "CAD",
            Status = TransactionStatus.Succeeded,
            IdempotencyKey = id,
            OperationId = "before",
            GatewayReference = id,
            CreatedAt = AnOrder.Now.At,
        };
}
