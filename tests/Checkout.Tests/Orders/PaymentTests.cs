using Checkout.Orders;
using Checkout.Payments;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Orders;

public sealed class PaymentTests
{
    [Fact]
    public void Held_PartCapturedOfAnAuthorizationThatExpired_IsAllOfTheOneInItsPlace()
    {
        var payment = new Payment
        {
            Id = "p",
            GatewayPublicId = "g",
            Token = "t",
            Currency = "CAD",
            CreatedAt = DateTimeOffset.UnixEpoch,
        }
            .With(Transaction("a1", TransactionKind.Authorize, 100) with { Expired = true })
            .With(Transaction("c1", TransactionKind.Capture, 40) with { ParentId = "a1" })
            .With(Transaction("a2", TransactionKind.Authorize, 60));

        payment.Held.ShouldBe(60);
        payment.With(Transaction("v1", TransactionKind.Void, 60) with { ParentId = "a2" }).Held.ShouldBe(0);
        payment.With(Transaction("c2", TransactionKind.Capture, 25) with { ParentId = "a2" }).Held.ShouldBe(35);
    }

    [Fact]
    public void TokenFor_TokenThatIsTakenOnce_IsFollowedByTheReusableOneAndNeverChangesForATry()
    {
        var first = Transaction("a1", TransactionKind.Authorize, 100);
        var payment = new Payment
        {
            Id = "p",
            GatewayPublicId = "g",
            Token = "once",
            ReusableToken = "again",
            Currency = "CAD",
            CreatedAt = DateTimeOffset.UnixEpoch,
        }
            .With(first)
            .With(Transaction("c1", TransactionKind.Capture, 40) with { ParentId = "a1" });
        var second = Transaction("a2", TransactionKind.Authorize, 60) with { Status = TransactionStatus.Pending };

        payment.TokenFor(first).ShouldBe("once");
        payment.With(second).TokenFor(second).ShouldBe("again");
        payment.With(second).TokenFor(first).ShouldBe("once");
        (payment with { ReusableToken = null }).With(second).TokenFor(second).ShouldBe("once");
        payment.With(first with { Status = TransactionStatus.Failed }).With(second).TokenFor(second).ShouldBe("once");
    }

    [Fact]
    public void Settle_Authorization_KeepsHowToChargeAgainAndTellsTheRisk()
    {
        var pending = Transaction("a1", TransactionKind.Authorize, 100) with { Status = TransactionStatus.Pending };
        var payment = new Payment
        {
            Id = "p",
            GatewayPublicId = "g",
            Token = "once",
            Currency = "CAD",
            CreatedAt = DateTimeOffset.UnixEpoch,
        }.With(pending);
        var outcome = GatewayOutcome.Succeeded("pi_1") with
        {
            ReusableToken = "cus_1/pm_1",
            Expiration = "04/2034",
            Risk = "risk elevated 67",
        };

        var settled = SettleTransaction.Decide(AnOrder.Of() with { Payments = [payment] }, "p", "a1", outcome, AnOrder.Now);
        var declined = SettleTransaction.Decide(
            AnOrder.Of() with
            {
                Payments = [payment],
            },
            "p",
            "a1",
            GatewayOutcome.Declined("card_declined", "No.") with
            {
                Risk = "risk blocked (highest 92)",
            },
            AnOrder.Now
        );

        (settled.Payments[0].ReusableToken, settled.Payments[0].Expiration).ShouldBe(("cus_1/pm_1", "04/2034"));
        settled.NewTimeline[^1].Detail.ShouldBe("risk elevated 67");
        declined.NewTimeline[^1].Detail.ShouldBe("card_declined, risk blocked (highest 92)");
    }

    private static PaymentTransaction Transaction(string id, TransactionKind kind, long amount) =>
        new()
        {
            Id = id,
            Kind = kind,
            Amount = amount,
            Currency = "CAD",
            Status = TransactionStatus.Succeeded,
            IdempotencyKey = id,
            OperationId = "o",
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
}
