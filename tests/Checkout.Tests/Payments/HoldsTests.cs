using Checkout.Changing.Placing;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Tests.Orders;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Payments;

/// <summary>The sum of holds follows what the order costs.</summary>
public sealed class HoldsTests
{
    private readonly CountingIds ids = new();

    [Fact]
    public void Authorize_TotalGrew_PaymentWithoutAmountIsToppedUp()
    {
        var order = Held(Costing(100), Payment("p"));
        var grown = Placed(Again(order, 130), "second");

        Asked(grown, "second").ShouldBe([("p", TransactionKind.Authorize, 30)]);
        AuthorizePayments.Uncovered(grown).ShouldBe(0);
        grown.Payments[0].Amount.ShouldBe(130);
        grown.Payments[0].Transactions.Select(t => t.IdempotencyKey).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void Authorize_TotalGrew_PaymentWithAmountIsFixedAndTheOrderUncovered()
    {
        var order = Held(Costing(100), Payment("p") with { RequestedAmount = 100 });
        var grown = Placed(Again(order, 130), "second");

        Asked(grown, "second").ShouldBeEmpty();
        AuthorizePayments.Uncovered(grown).ShouldBe(30);
        ProcessOrderRules.CheckPayments(grown, new CaptureSettings()).ShouldNotBeNull();
    }

    [Fact]
    public void Authorize_TotalGrew_APaymentAddedForItComesBeforeTheOneThatHolds()
    {
        var order = Again(Held(Costing(100), Payment("a")), 130);
        var both = Placed(order with { Payments = order.Payments.Add(Payment("b")) }, "second");

        Asked(both, "second").ShouldBe([("b", TransactionKind.Authorize, 30)]);
    }

    [Fact]
    public void Authorize_TotalGrew_GiftCardNeverBeyondItsBalance()
    {
        var order = Held(Costing(100), Payment("card") with { Type = PaymentTypes.GiftCard, Limit = 110 });
        var grown = Placed(Again(order, 130), "second");

        Asked(grown, "second").ShouldBe([("card", TransactionKind.Authorize, 10)]);
    }

    [Fact]
    public void Authorize_NothingChanged_AsksForNothing() =>
        Asked(Placed(Held(Costing(100), Payment("p")), "second"), "second").ShouldBeEmpty();

    [Fact]
    public void Authorize_HoldExpired_IsHeldAgain()
    {
        var order = Expired(Held(Costing(100), Payment("p")));
        AuthorizePayments.Uncovered(order).ShouldBe(100);

        Asked(Placed(order, "second"), "second").ShouldBe([("p", TransactionKind.Authorize, 100)]);
    }

    [Fact]
    public void Authorize_RenewalWasDeclined_IsAskedForOnceMore()
    {
        var declined = Placed(Expired(Held(Costing(100), Payment("p"))), "second", TransactionStatus.Failed);
        AuthorizePayments.Unplaced(declined, Operation("second")).ShouldNotBeEmpty();

        Asked(Placed(declined, "third"), "third").ShouldBe([("p", TransactionKind.Authorize, 100)]);
    }

    [Fact]
    public void Authorize_TotalFell_WhatIsHeldBeyondItGoesBackLastPaymentFirst()
    {
        var order = Held(Costing(100), Payment("a") with { RequestedAmount = 60 }, Payment("b"));
        var fallen = Placed(Again(order, 50), "second");

        Asked(fallen, "second").ShouldBe([("a", TransactionKind.Void, 10), ("b", TransactionKind.Void, 40)]);
        fallen.Payments.Sum(p => p.Held).ShouldBe(50);

        // A gateway that releases only whole holds is asked once for each.
        var refused = Placed(Again(order, 90), "second", TransactionStatus.Failed);
        refused = Placed(refused, "third", TransactionStatus.Failed);
        Asked(refused, "third").ShouldBe([("a", TransactionKind.Void, 10)]);
        Asked(Placed(refused, "fourth"), "fourth").ShouldBeEmpty();
    }

    [Fact]
    public void Authorize_WaitsForItsShopper_IsNotAskedForTwice()
    {
        var waiting = Placed(Costing(100) with { Payments = [Payment("p")] }, "first", TransactionStatus.NeedsAction);

        Asked(Placed(waiting, "second"), "second").ShouldBeEmpty();
    }

    [Fact]
    public void Authorize_RestWasReleasedAfterTheCharge_IsNotHeldAgain()
    {
        var order = Captured(Again(Held(Costing(100), Payment("p")), 80), "capture", reauthorize: false);
        order.Payments[0].Captured.ShouldBe(80);
        order.Payments[0].Held.ShouldBe(0);

        Asked(Placed(order, "second"), "second").ShouldBeEmpty();
    }

    [Fact]
    public void Capture_FirstFailedForAnExpiredHold_ReauthorizesOnTheNextCall()
    {
        var order = Expired(Held(Costing(100), Payment("p")));
        CapturePayments.Plan(order, Capture("capture", reauthorize: false), AnOrder.Now, ids).Succeeded.ShouldBeFalse();

        Captured(order, "second", reauthorize: true).Payments[0].Captured.ShouldBe(100);
    }

    [Fact]
    public void Capture_RenewalWasDeclined_ReauthorizesOnTheNextCall()
    {
        var declined = Placed(Expired(Held(Costing(100), Payment("p"))), "renewal", TransactionStatus.Failed);

        Captured(declined, "again", reauthorize: true).Payments[0].Captured.ShouldBe(100);
    }

    [Fact]
    public void Capture_OneOfTwoHoldsExpired_EachPaymentIsChargedItsOwnShare()
    {
        var order = Held(Costing(100), Payment("a") with { RequestedAmount = 60 }, Payment("b"));
        var b = order.Payments[1];
        order = order.With(b.With(b.Transactions[0] with { Expired = true }));

        var captured = Captured(order, "capture", reauthorize: true);

        captured.Payments.Select(p => p.Captured).ShouldBe([60, 40]);
    }

    /// <summary>Somebody charged part of the hold in the gateway's dashboard, while the rest of the order was held anew.</summary>
    [Fact]
    public void Capture_PartWasChargedElsewhereMeanwhile_AsksForTheRestAlone()
    {
        var operation = Capture("capture", reauthorize: true);
        var order = Costing(100) with
        {
            Payments =
            [
                APayment.Of(
                    "p",
                    APayment.Movement("first", TransactionKind.Authorize, 30),
                    APayment.Movement("refused", TransactionKind.Capture, 30, TransactionStatus.Failed, parent: "first") with
                    {
                        OperationId = operation.Id,
                        FailureCode = GatewayCodes.AuthorizationUsed,
                    },
                    APayment.Movement("more", TransactionKind.Authorize, 70) with
                    {
                        OperationId = operation.Id,
                    },
                    APayment.Movement("elsewhere", TransactionKind.Capture, 20, parent: "first"),
                    APayment.Movement("rest", TransactionKind.Void, 10, parent: "first")
                ),
            ],
        };

        var planned = CapturePayments.Plan(order, operation, AnOrder.Now, ids).Value;

        APayment
            .Pending(planned)
            .Select(m => (m.Kind, m.Amount))
            .ShouldBe([(TransactionKind.Capture, 70), (TransactionKind.Authorize, 10)]);
        Captured(order, operation.Id, reauthorize: true).Payments[0].Captured.ShouldBe(100);
    }

    private static Order Costing(long total) => AnOrder.Of(AnOrder.Line(price: total));

    private static Order Again(Order order, long total) => order with { LineItems = Costing(total).LineItems };

    private static Payment Payment(string id) =>
        new()
        {
            Id = id,
            GatewayPublicId = "g",
            Token = id,
            Currency = "CAD",
            CreatedAt = AnOrder.Now.At,
        };

    private Order Held(Order order, params Payment[] payments) => Placed(order with { Payments = [.. payments] }, "first");

    private static MoneyOperation Operation(string id) => new(id, MoneyOperationKind.Authorize);

    private static MoneyOperation Capture(string id, bool reauthorize) => new(id, MoneyOperationKind.Capture) { Reauthorize = reauthorize };

    private Order Placed(Order order, string operation, TransactionStatus status = TransactionStatus.Succeeded) =>
        Settled(AuthorizePayments.Plan(order, Operation(operation), AnOrder.Now, ids).Value, status);

    private Order Captured(Order order, string id, bool reauthorize)
    {
        for (var operation = Capture(id, reauthorize); ; )
        {
            var planned = CapturePayments.Plan(order, operation, AnOrder.Now, ids);
            planned.Succeeded.ShouldBeTrue(planned.Succeeded ? "" : planned.Problems[0].Message);
            if (!planned.Value.Payments.Any(p => p.HasPending))
                return planned.Value;
            order = Settled(planned.Value, TransactionStatus.Succeeded);
        }
    }

    private static Order Settled(Order order, TransactionStatus status) =>
        order with
        {
            Payments =
            [
                .. order.Payments.Select(p =>
                    p with
                    {
                        Transactions =
                        [
                            .. p.Transactions.Select(t => t.Status is TransactionStatus.Pending ? t with { Status = status } : t),
                        ],
                    }
                ),
            ],
        };

    private static Order Expired(Order order) =>
        order with
        {
            Payments =
            [
                .. order.Payments.Select(p => p with { Transactions = [.. p.Transactions.Select(t => t with { Expired = true })] }),
            ],
        };

    private static IEnumerable<(string, TransactionKind, long)> Asked(Order order, string operation) =>
        Operation(operation).Movements(order).Select(m => (m.Payment.Id, m.Transaction.Kind, m.Transaction.Amount));
}
