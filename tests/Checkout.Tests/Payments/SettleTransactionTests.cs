using Checkout.Orders;
using Checkout.Payments;
using Checkout.Tests.Orders;
using Shouldly;
using Xunit;
using static Checkout.Tests.Payments.APayment;

namespace Checkout.Tests.Payments;

public sealed class SettleTransactionTests
{
    [Fact]
    public void Decide_Success_HoldsTheMoneyAndSaysSo()
    {
        var settled = Settle(
            Asked(TransactionKind.Authorize),
            GatewayOutcome.Succeeded("pi_1") with
            {
                Brand = "Visa",
                ReusableToken = "pm_1",
            }
        );

        var payment = settled.Payments[0];
        (payment.Held, payment.Brand, payment.ReusableToken).ShouldBe((1000, "Visa", "pm_1"));
        (payment.Transactions[^1].GatewayReference, payment.Transactions[^1].SettledAt).ShouldBe(("pi_1", AnOrder.Now.At));
        settled.NewTimeline.ShouldHaveSingleItem().Event.ShouldBe("payment.authorized");
    }

    [Fact]
    public void Decide_Decline_HoldsNothingAndKeepsTheReason()
    {
        var settled = Settle(Asked(TransactionKind.Authorize), GatewayOutcome.Declined(GatewayCodes.InsufficientFunds, "Not enough."));

        (settled.Payments[0].Held, settled.Payments[0].HasFailed).ShouldBe((0, true));
        (settled.Payments[0].Transactions[^1].FailureCode, settled.Payments[0].Transactions[^1].FailureMessage).ShouldBe(
            (GatewayCodes.InsufficientFunds, "Not enough.")
        );
        settled.NewTimeline.ShouldHaveSingleItem().Event.ShouldBe("payment.declined");
    }

    [Fact]
    public void Decide_NeedsAction_WaitsForTheShopper()
    {
        var settled = Settle(Asked(TransactionKind.Authorize), GatewayOutcome.NeedsAction("pi_1", "secret"));

        (settled.Payments[0].AwaitsShopper, settled.Payments[0].Held, settled.Payments[0].Transactions[^1].ClientSecret).ShouldBe(
            (true, 0, "secret")
        );
        Settle(settled, GatewayOutcome.Succeeded("pi_1")).Payments[0].Held.ShouldBe(1000);
    }

    [Fact]
    public void Decide_UnknownOutcome_LeavesItPending()
    {
        var order = Asked(TransactionKind.Authorize);

        Settle(order, GatewayOutcome.Unknown("No answer.")).ShouldBeSameAs(order);
    }

    [Theory]
    [InlineData(TransactionStatus.Succeeded)]
    [InlineData(TransactionStatus.Failed)]
    public void Decide_WhatIsSettled_IsNotSettledAgain(TransactionStatus status)
    {
        var order = Paid(Of("a", Movement("t", TransactionKind.Authorize, 1000, status)));

        Settle(order, GatewayOutcome.Succeeded("pi_2")).ShouldBeSameAs(order);
        Settle(order, GatewayOutcome.Declined(GatewayCodes.Declined, "")).ShouldBeSameAs(order);
    }

    [Theory]
    [InlineData(GatewayCodes.AuthorizationExpired, 0)]
    [InlineData(GatewayCodes.AuthorizationUsed, 1000)]
    [InlineData(GatewayCodes.Declined, 1000)]
    public void Decide_CaptureOfAnExpiredHold_EndsTheHold(string code, long held) =>
        Settle(Asked(TransactionKind.Capture), GatewayOutcome.Declined(code, "")).Payments[0].Held.ShouldBe(held);

    [Theory]
    [InlineData(TransactionKind.Capture, "payment.captured", "payment.capture_failed")]
    [InlineData(TransactionKind.Void, "payment.voided", "payment.void_failed")]
    [InlineData(TransactionKind.Refund, "payment.refunded", "payment.refund_failed")]
    public void Decide_NamesTheMovementOnTheTimeline(TransactionKind kind, string succeeded, string failed)
    {
        Settle(Asked(kind), GatewayOutcome.Succeeded("r")).NewTimeline.ShouldHaveSingleItem().Event.ShouldBe(succeeded);
        Settle(Asked(kind), GatewayOutcome.Declined(GatewayCodes.Declined, "")).NewTimeline.ShouldHaveSingleItem().Event.ShouldBe(failed);
    }

    [Fact]
    public void Decide_OfAnUnknownTransaction_ChangesNothing()
    {
        var order = Asked(TransactionKind.Authorize);

        SettleTransaction.Decide(order, "a", "other", GatewayOutcome.Succeeded("r"), AnOrder.Now).ShouldBeSameAs(order);
        SettleTransaction.Decide(order, "other", "t", GatewayOutcome.Succeeded("r"), AnOrder.Now).ShouldBeSameAs(order);
    }

    /// <summary>A movement t that the gateway was asked for; all but an authorization have one behind them.</summary>
    private static Order Asked(TransactionKind kind) =>
        kind is TransactionKind.Authorize
            ? Paid(Of("a", Movement("t", kind, 1000, TransactionStatus.Pending)))
            : Paid(Of("a", Movement("h", TransactionKind.Authorize, 1000), Movement("t", kind, 1000, TransactionStatus.Pending, "h")));

    private static Order Settle(Order order, GatewayOutcome outcome) => SettleTransaction.Decide(order, "a", "t", outcome, AnOrder.Now);
}
