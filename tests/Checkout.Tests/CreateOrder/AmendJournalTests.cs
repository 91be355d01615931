using System.Collections.Immutable;
using Checkout.Journeys.CreateOrder;
using Checkout.Orders;
using Checkout.Tests.Orders;
using Shouldly;
using Xunit;

namespace Checkout.Tests.CreateOrder;

public sealed class AmendJournalTests
{
    private static readonly Payment Visa = new()
    {
        Id = "p1",
        GatewayPublicId = "g",
        Token = "t1",
        Currency = "CAD",
        PublicPaymentMethodId = "visa",
        CreatedAt = AnOrder.Now.At,
    };
    private static readonly Payment Other = Visa with { Id = "p2", Token = "t2", PublicPaymentMethodId = "other" };

    [Fact]
    public void Decide_OtherCommands_KeepsWhatIsDoneAndReplacesTheRest()
    {
        var order = With([Done("0", "calculate_shipping"), Failed("1", "authorize_payments"), new("2", "charge_payments")]);

        var amended = AmendJournal.Decide(order, Asked([new("1", "authorize_payments"), new("5", "process_order")]), AnOrder.Now).Value;

        amended
            .Journal!.Commands.Select(c => (c.Key, c.Command, c.Status, c.Failures))
            .ShouldBe([
                ("0", "calculate_shipping", CommandStatus.Succeeded, 0),
                ("1", "authorize_payments", CommandStatus.Pending, 1),
                ("5", "process_order", CommandStatus.Pending, 0),
            ]);
        amended.Journal.HasAccepted("first").ShouldBeTrue();
        amended.Journal.HasAccepted("second").ShouldBeTrue();
    }

    [Theory]
    [InlineData("0", "authorize_payments")]
    [InlineData("-1", "authorize_payments")]
    [InlineData("7", "calculate_shipping")]
    public void Decide_ACommandBeforeOrInPlaceOfOneThatIsDone_IsRefused(string key, string command)
    {
        var order = With([Done("0", "calculate_shipping")]);

        var refused = AmendJournal.Decide(order, Asked([new(key, command)]), AnOrder.Now);

        refused
            .Problems.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(p => p.Field.ShouldBe("commands"), p => p.SubType.ShouldBe("idempotency_mismatch"));
    }

    /// <summary>An operation of the same name would find the movements of the earlier one and ask for nothing.</summary>
    [Fact]
    public void Decide_OtherPayments_AuthorizesAndChargesAgain()
    {
        var order = With([Done("2", "authorize_payments"), Failed("3", "process_order")], Held(Visa));

        var amended = AmendJournal
            .Decide(order, Asked([new("2", "authorize_payments"), new("3", "process_order")], Visa with { Id = "new" }, Other), AnOrder.Now)
            .Value;

        amended.Payments.Select(p => p.Id).ShouldBe(["p1", "p2"]);
        amended.Payments[0].Held.ShouldBe(5000);
        amended.Journal!.Commands.ShouldAllBe(c => c.Status == CommandStatus.Pending);
        amended.Journal.Amendments.ShouldBe(1);
    }

    [Fact]
    public void Decide_ADeclinedPaymentLeftOut_IsDropped()
    {
        var order = With([Failed("2", "authorize_payments")], Moved(Visa, TransactionStatus.Failed));

        AmendJournal.Decide(order, Asked([new("2", "authorize_payments")], Other), AnOrder.Now).Value.Payments.ShouldBe([Other]);
    }

    /// <summary>What its gateway did stays on the order; the method pays by another payment, for this one is not authorized again.</summary>
    [Theory]
    [InlineData("visa")]
    [InlineData("other")]
    public void Decide_APaymentWhoseHoldWasReleased_StaysBesideThoseThatPay(string named)
    {
        var released = Released(Visa);
        var asked = Other with { Id = "new", PublicPaymentMethodId = named };
        var order = With([Done("2", "authorize_payments")], released);

        var amended = AmendJournal.Decide(order, Asked([new("2", "authorize_payments")], asked), AnOrder.Now).Value;

        amended.Payments.ShouldBe([asked, released]);
        amended.Journal!.Commands.ShouldHaveSingleItem().Status.ShouldBe(CommandStatus.Pending);
    }

    [Theory]
    [InlineData(TransactionStatus.Succeeded)]
    [InlineData(TransactionStatus.Pending)]
    [InlineData(TransactionStatus.NeedsAction)]
    public void Decide_APaymentThatHoldsOrMayHoldMoneyLeftOut_IsRefused(TransactionStatus status)
    {
        var order = With([new("2", "authorize_payments")], Moved(Visa, status));

        var refused = AmendJournal.Decide(order, Asked([new("2", "authorize_payments")], Other), AnOrder.Now);

        refused.Problems.ShouldHaveSingleItem().Field.ShouldBe("payments");
    }

    [Theory]
    [InlineData(OrderStatus.Processing)]
    [InlineData(OrderStatus.Processed)]
    [InlineData(OrderStatus.Canceled)]
    public void Decide_AnOrderThatIsNotOpen_IsRefused(OrderStatus status)
    {
        var order = With([Done("0", "process_order")]) with { Status = status };

        AmendJournal
            .Decide(order, Asked([new("1", "charge_payments")]), AnOrder.Now)
            .Problems.ShouldHaveSingleItem()
            .SubType.ShouldBe("idempotency_mismatch");
    }

    [Fact]
    public void Decide_AnOrderThatItsShopperIsPlacing_IsRefused()
    {
        var order = With([new("0", "process_order")]);

        AmendJournal
            .Decide(order with { Journal = order.Journal!.TakeOver() }, Asked([new("1", "charge_payments")]), AnOrder.Now)
            .Succeeded.ShouldBeFalse();
    }

    private static JournalCommand Done(string key, string command) => new(key, command) { Status = CommandStatus.Succeeded };

    private static JournalCommand Failed(string key, string command) =>
        new(key, command)
        {
            Status = CommandStatus.Failed,
            Failures = 1,
            Problems = [Problem.Order("payment", "Declined.", "payment")],
        };

    private static Payment Held(Payment payment) => Moved(payment, TransactionStatus.Succeeded);

    private static Payment Released(Payment payment)
    {
        var held = Held(payment);
        return held.With(held.Transactions[0] with { Id = "v", Kind = TransactionKind.Void, ParentId = "t", IdempotencyKey = "kv" });
    }

    private static Payment Moved(Payment payment, TransactionStatus status) =>
        payment.With(
            new PaymentTransaction
            {
                Id = "t",
                Kind = TransactionKind.Authorize,
                Amount = 5000,
                Currency = "CAD",
                Status = status,
                IdempotencyKey = "k",
                OperationId = "create-order-2-0",
                CreatedAt = AnOrder.Now.At,
            }
        );

    private static Order With(ImmutableArray<JournalCommand> commands, params ImmutableArray<Payment> payments) =>
        AnOrder.Of(AnOrder.Line()) with
        {
            Payments = payments,
            Journal = new CreateOrderJournal { BodyHash = "first", Commands = commands },
        };

    private static Order Asked(ImmutableArray<JournalCommand> commands, params ImmutableArray<Payment> payments) =>
        AnOrder.Of(AnOrder.Line()) with
        {
            Payments = payments,
            Journal = new CreateOrderJournal { BodyHash = "second", Commands = commands },
        };
}
