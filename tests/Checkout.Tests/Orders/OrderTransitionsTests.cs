using Checkout.Orders;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Orders;

public sealed class OrderTransitionsTests
{
    private static readonly CaptureSettings Immediate = new(CaptureMode.Immediate);
    private static readonly CaptureSettings Manual = new(CaptureMode.Manual);

    [Fact]
    public void BeginProcessing_OfAnOpenOrder_ClosesItAndCountsTheTry()
    {
        var begun = In(OrderStatus.Open).BeginProcessing().Value;

        (begun.Status, begun.ProcessAttempts).ShouldBe((OrderStatus.Processing, 1));
        begun.ClosedBecause!.Kind.ShouldBe(ProblemKind.Locked);
    }

    [Theory]
    [InlineData(OrderStatus.Processing, "order_locked")]
    [InlineData(OrderStatus.Processed, "is_processed")]
    [InlineData(OrderStatus.Canceled, "canceled")]
    public void BeginProcessing_OfAnyOther_IsRefused(OrderStatus status, string reason) =>
        In(status).BeginProcessing().Problems.ShouldHaveSingleItem().SubType.ShouldBe(reason);

    [Fact]
    public void Reopen_UndoesTheTryAndGivesTheJournalBack()
    {
        var tried = In(OrderStatus.Processing) with { StockTaken = true, Journal = Journal().TakeOver() };

        var open = tried.Reopen().Value;

        (open.Status, open.StockTaken, open.Journal!.TakenOver).ShouldBe((OrderStatus.Open, false, false));
    }

    [Fact]
    public void Reopen_OfAnOpenOrder_ChangesNothing()
    {
        var order = In(OrderStatus.Open) with { Journal = Journal() };

        order.Reopen().Value.ShouldBeSameAs(order);
    }

    [Theory]
    [InlineData(OrderStatus.Processed)]
    [InlineData(OrderStatus.Canceled)]
    public void Reopen_OfAFinalOrder_IsRefused(OrderStatus status) => In(status).Reopen().Succeeded.ShouldBeFalse();

    [Fact]
    public void Process_FixesTheRuleItWasBoughtUnder()
    {
        var processed = In(OrderStatus.Processing).Process(Manual, AnOrder.Now).Value;

        (processed.Status, processed.ProcessedAt, processed.Capture).ShouldBe((OrderStatus.Processed, AnOrder.Now.At, Manual));
        processed.NewTimeline[^1].Event.ShouldBe("order.processed");
    }

    [Fact]
    public void Process_KeepsTheOrdersOwnRule() =>
        (In(OrderStatus.Processing) with { Capture = Immediate }).Process(Manual, AnOrder.Now).Value.Capture.ShouldBe(Immediate);

    [Theory]
    [InlineData(OrderStatus.Open, "not_processing")]
    [InlineData(OrderStatus.Processed, "is_processed")]
    [InlineData(OrderStatus.Canceled, "canceled")]
    public void Process_OfAnyOther_IsRefused(OrderStatus status, string reason) =>
        In(status).Process(Manual, AnOrder.Now).Problems.ShouldHaveSingleItem().SubType.ShouldBe(reason);

    [Fact]
    public void Complete_OfAnOpenOrder_MakesItFinalAndTakesItsJournalOver()
    {
        var completed = (In(OrderStatus.Open) with { Journal = Journal() }).Complete("p1", Manual, AnOrder.Now).Value;

        (completed.Status, completed.PlatformOrderId, completed.Capture).ShouldBe((OrderStatus.Processed, "p1", Manual));
        completed.Journal!.TakenOver.ShouldBeTrue();
    }

    [Fact]
    public void Complete_OfAProcessedOrder_LeavesItsJournalToFinish()
    {
        var order = In(OrderStatus.Processed) with { Journal = Journal(), ProcessedAt = AnOrder.Now.At.AddDays(-1) };

        var completed = order.Complete("p1", Manual, AnOrder.Now).Value;

        (completed.Journal!.TakenOver, completed.ProcessedAt).ShouldBe((false, order.ProcessedAt));
    }

    [Fact]
    public void Complete_WithTheSameId_ChangesNothing()
    {
        var order = In(OrderStatus.Processed) with { PlatformOrderId = "p1" };

        order.Complete("p1", Manual, AnOrder.Now).Value.ShouldBeSameAs(order);
        order.Complete("p2", Manual, AnOrder.Now).Problems.ShouldHaveSingleItem().Field.ShouldBe("platform_order_id");
    }

    [Theory]
    [InlineData(OrderStatus.Processing, "order_locked")]
    [InlineData(OrderStatus.Canceled, "canceled")]
    public void Complete_OfALockedOrCanceledOrder_IsRefused(OrderStatus status, string reason) =>
        In(status).Complete("p1", Manual, AnOrder.Now).Problems.ShouldHaveSingleItem().SubType.ShouldBe(reason);

    [Theory]
    [InlineData(OrderStatus.Open)]
    [InlineData(OrderStatus.Processed)]
    public void Cancel_OfAnOrderWithoutCharges_CancelsIt(OrderStatus status)
    {
        var canceled = In(status).Cancel("Out of season.", AnOrder.Now).Value;

        (canceled.Status, canceled.CanceledAt, canceled.CancelReason).ShouldBe((OrderStatus.Canceled, AnOrder.Now.At, "Out of season."));
    }

    [Fact]
    public void Cancel_Again_ChangesNothing()
    {
        var order = In(OrderStatus.Canceled);

        order.Cancel("Again.", AnOrder.Now).Value.ShouldBeSameAs(order);
    }

    [Theory]
    [InlineData(TransactionStatus.Pending, false)]
    [InlineData(TransactionStatus.Succeeded, false)]
    [InlineData(TransactionStatus.Failed, true)]
    public void Cancel_IsRefusedWhileACaptureMayHaveMovedMoney(TransactionStatus capture, bool cancels) =>
        (In(OrderStatus.Processed) with { Payments = [Paid(capture)] }).Cancel(null, AnOrder.Now).Succeeded.ShouldBe(cancels);

    [Fact]
    public void Cancel_OfAFulfilledOrder_IsRefused() =>
        (AnOrder.Of(AnOrder.Line() with { FulfilledQuantity = 1 }) with { Status = OrderStatus.Processed })
            .Cancel(null, AnOrder.Now)
            .Problems.ShouldHaveSingleItem()
            .SubType.ShouldBe("not_cancellable");

    [Fact]
    public void Cancel_OfAnOrderBeingProcessed_IsLocked() => In(OrderStatus.Processing).Cancel(null, AnOrder.Now).IsLocked.ShouldBeTrue();

    [Fact]
    public void GiveUp_CancelsAnUnfinishedCreateOrder() =>
        (In(OrderStatus.Processed) with { Journal = Journal() })
            .GiveUp("Not finished.", AnOrder.Now)
            .Value.Status.ShouldBe(OrderStatus.Canceled);

    [Fact]
    public void GiveUp_OfAFinishedOrOpenOrder_IsRefused()
    {
        (In(OrderStatus.Processed) with { Journal = Journal().Succeed("1") }).GiveUp("", AnOrder.Now).Succeeded.ShouldBeFalse();
        (In(OrderStatus.Processed) with { Journal = Journal().TakeOver() }).GiveUp("", AnOrder.Now).Succeeded.ShouldBeFalse();
        In(OrderStatus.Open).GiveUp("", AnOrder.Now).Succeeded.ShouldBeFalse();
    }

    [Fact]
    public void Journal_CommandThatSucceeded_StaysSo() =>
        Journal().Succeed("1").Fail("1", [Problem.Processed()]).Commands[0].Status.ShouldBe(CommandStatus.Succeeded);

    [Fact]
    public void Journal_CommandThatFailed_CountsAndMaySucceed()
    {
        var failed = Journal().Fail("1", [Problem.Processed()]).Fail("1", [Problem.Processed()]);

        failed.Commands[0].Failures.ShouldBe(2);
        failed.Succeed("1").IsFinished.ShouldBeTrue();
    }

    [Theory]
    [InlineData(TransactionStatus.Succeeded)]
    [InlineData(TransactionStatus.Failed)]
    public void Movement_ThatIsSettled_IsNotSettledAgain(TransactionStatus status)
    {
        var settled = Paid(status).Transactions[0];

        Should.Throw<InvalidOperationException>(() => settled.Succeed("ref", AnOrder.Now.At));
        Should.Throw<InvalidOperationException>(() => settled.Fail("declined", null, AnOrder.Now.At));
        Should.Throw<InvalidOperationException>(() => settled.AwaitShopper("ref", "secret"));
    }

    [Fact]
    public void Movement_ThatAwaitsItsShopper_CanSucceedAndDropsTheSecret()
    {
        var waiting = Paid(TransactionStatus.Pending).Transactions[0].AwaitShopper("ref", "secret");

        var succeeded = waiting.Succeed(null, AnOrder.Now.At);

        (succeeded.Status, succeeded.GatewayReference, succeeded.ClientSecret).ShouldBe((TransactionStatus.Succeeded, "ref", null));
    }

    [Fact]
    public void FailRefund_IsForRefundsThatSucceeded()
    {
        var capture = Paid(TransactionStatus.Succeeded).Transactions[0];
        var refund = capture with { Kind = TransactionKind.Refund };

        refund.FailRefund("declined", null, AnOrder.Now.At).Status.ShouldBe(TransactionStatus.Failed);
        Should.Throw<InvalidOperationException>(() => capture.FailRefund("declined", null, AnOrder.Now.At));
        Should.Throw<InvalidOperationException>(() =>
            (refund with { Status = TransactionStatus.Pending }).FailRefund("declined", null, AnOrder.Now.At)
        );
    }

    private static Order In(OrderStatus status) => AnOrder.Of(AnOrder.Line()) with { Status = status };

    private static CreateOrderJournal Journal() => new() { BodyHash = "", Commands = [new JournalCommand("1", "charge_payments")] };

    private static Payment Paid(TransactionStatus capture) =>
        new()
        {
            Id = "p",
            GatewayPublicId = "g",
            Token = "t",
            Currency = "CAD",
            CreatedAt = AnOrder.Now.At,
            Transactions =
            [
                new PaymentTransaction
                {
                    Id = "c",
                    Kind = TransactionKind.Capture,
                    Amount = 100,
                    Currency = "CAD",
                    Status = capture,
                    IdempotencyKey = "k",
                    OperationId = "o",
                    CreatedAt = AnOrder.Now.At,
                },
            ],
        };
}
