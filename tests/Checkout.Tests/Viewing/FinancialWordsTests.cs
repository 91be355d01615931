using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Tests.Orders;
using Checkout.Viewing;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Viewing;

public sealed class FinancialWordsTests
{
    private const long Total = 2350;
    private readonly Order order = AnOrder.Of(AnOrder.Line(price: Total)) with { Status = OrderStatus.Processed };

    [Fact]
    public void Of_WithoutMoney_IsPendingUnlessThePlacedOrderIsFree()
    {
        Word(order).ShouldBe("pending");
        Word(order with { LineItems = [], Status = OrderStatus.Open }).ShouldBe("pending");
        Word(order with { LineItems = [] }).ShouldBe("paid");
    }

    [Fact]
    public void Of_MoneyThatIsOnItsWay_DoesNotCount()
    {
        Word(Paid(A(Total) with { Status = TransactionStatus.Pending })).ShouldBe("pending");
        Word(Paid(A(Total), C(Total) with { Status = TransactionStatus.Pending })).ShouldBe("authorized");
        Word(Paid(A(Total), C(Total), R(Total) with { Status = TransactionStatus.Pending })).ShouldBe("paid");
    }

    [Fact]
    public void Of_Captures_ArePartUntilTheyReachTheTotal()
    {
        Word(Paid(A(Total))).ShouldBe("authorized");
        Word(Paid(A(Total), C(1))).ShouldBe("partially_paid");
        Word(Paid(A(Total), C(Total - 1))).ShouldBe("partially_paid");
        Word(Paid(A(Total), C(Total))).ShouldBe("paid");
    }

    [Fact]
    public void Of_Refunds_ArePartUntilTheyReachWhatWasCaptured()
    {
        Word(Paid(A(Total), C(Total), R(1))).ShouldBe("partially_refunded");
        Word(Paid(A(Total), C(Total), R(Total - 1))).ShouldBe("partially_refunded");
        Word(Paid(A(Total), C(Total), R(Total))).ShouldBe("refunded");
        Word(Paid(A(Total), C(1000), R(1000))).ShouldBe("refunded");
    }

    [Fact]
    public void Of_HoldThatWasReleased_IsVoidedAndOneThatWasRenewedIsAuthorized()
    {
        var released = Paid(A(Total), V(Total));

        Word(released).ShouldBe("voided");
        Word(released with { Payments = [released.Payments[0].With(A(Total) with { Id = "a2" })] }).ShouldBe("authorized");
    }

    [Fact]
    public void Of_OrderThatWentOutUnpaid_IsDueUntilItIsPaid()
    {
        var due = Paid(A(Total)) with { PaymentDueAt = AnOrder.Now.At };

        Word(due).ShouldBe("payment_due");
        Word(due with { Payments = [due.Payments[0].With(C(Total))] }).ShouldBe("paid");
    }

    private static string Word(Order order) => FinancialWords.Of(order, OrderPrice.Of(order));

    private Order Paid(params PaymentTransaction[] transactions) =>
        order with
        {
            Payments =
            [
                transactions.Aggregate(
                    new Payment
                    {
                        Id = "p",
                        GatewayPublicId = "g",
                        Token = "t",
                        Currency = "CAD",
                        CreatedAt = AnOrder.Now.At,
                        Amount = Total,
                    },
                    (payment, transaction) => payment.With(transaction)
                ),
            ],
        };

    private static PaymentTransaction A(long amount) => Of(TransactionKind.Authorize, "a", amount);

    private static PaymentTransaction C(long amount) => Of(TransactionKind.Capture, "c", amount) with { ParentId = "a" };

    private static PaymentTransaction V(long amount) => Of(TransactionKind.Void, "v", amount) with { ParentId = "a" };

    private static PaymentTransaction R(long amount) => Of(TransactionKind.Refund, "r", amount) with { ParentId = "c" };

    private static PaymentTransaction Of(TransactionKind kind, string id, long amount) =>
        new()
        {
            Id = id,
            Kind = kind,
            Amount = amount,
            Currency = "CAD",
            Status = TransactionStatus.Succeeded,
            IdempotencyKey = id,
            OperationId = id,
            CreatedAt = AnOrder.Now.At,
        };
}
