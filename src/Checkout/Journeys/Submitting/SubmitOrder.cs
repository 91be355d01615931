using System.Collections.Immutable;
using Checkout.Changing.Placing;
using Checkout.Journeys.Completing;
using Checkout.Journeys.Reserving;
using Checkout.Journeys.Settling;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Plugins;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Journeys.Submitting;

/// <summary>
/// A shopper's process_order: plugins are asked, the order is checked, its payments are authorized, and it is made final.
/// A call that was cut off is picked up by the next one or by the reconcile step; nothing is charged twice.
/// </summary>
public sealed class SubmitOrder(
    OrderRun run,
    MoneyWatch watch,
    PaymentProcessor processor,
    ProcessOrder process,
    CheckAvailability availability,
    EnterDiscountCode discounts,
    FinishSubmission finish,
    RecheckTaxes taxes,
    PluginEvents events,
    PromptWakeUps prompt,
    IIdSource ids,
    TimeProvider time
)
{
    public async Task<Result<SubmittedOrder>> Run(string shopIdentifier, string publicOrderId, string actor, CancellationToken cancellation)
    {
        var submission = new Submission(ids.Ulid(), actor);
        var submitted = await run.RunRemembered<SubmittedOrder>(
            shopIdentifier,
            publicOrderId,
            async (session, shop, token) =>
            {
                session.WakesAt = session.WatchedUntil = submission.WakesAt;
                var tried = await Try(session, shop, submission, token);
                submission.LeavesLetters |= session.LeavesLetters;
                return tried;
            },
            cancellation
        );

        // At the end: a plugin that hears of the placed order may still switch its confirmation off.
        if (submission is { LeavesLetters: true, WakesAt: { } due })
            prompt.Take(new WakeUp(publicOrderId, WakeUpKinds.Outbox, due) { Shop = shopIdentifier });
        return submitted;
    }

    private async Task<Result<SubmittedOrder>> Try(OrderSession session, Shop shop, Submission submission, CancellationToken cancellation)
    {
        // Asked for again, perhaps since the answer was lost: the order is placed, which is what the caller wanted.
        if (session.Order.Status is OrderStatus.Processed)
            return new SubmittedOrder(session.Order);
        if (session.Order.IsFinal)
            return Problem.Processed();
        var submitted = await Submit(session, shop, submission, cancellation);
        if (submitted is { Succeeded: true, Value: { ClientSecret: null, Order.Status: OrderStatus.Processed } })
            return await finish.Run(session, shop, submission.WakesAt is not null, submission.Actor, cancellation);

        // What was learned on the way is kept, refused or not: a decline, a plugin's answer, the order open again.
        return await session.Commit(cancellation) ? Answer(submitted, session.Order) : Problem.Locked();
    }

    /// <summary>What the shopper can put right is answered with the order as it is now; the rest is a refusal and no more.</summary>
    private static Result<SubmittedOrder> Answer(Result<SubmittedOrder> submitted, Order order) =>
        submitted.Succeeded ? submitted.Value with { Order = order }
        : submitted.Problems.All(p => p.Kind is ProblemKind.Invalid) ? new SubmittedOrder(order) { Refused = submitted.Problems }
        : submitted;

    private async Task<Result<SubmittedOrder>> Submit(
        OrderSession session,
        Shop shop,
        Submission submission,
        CancellationToken cancellation
    )
    {
        if (session.Order.Status is OrderStatus.Open)
        {
            submission.Answers ??= await events.Raise(session.Order, shop, PluginEventNames.OrderSubmitted, cancellation);
            session.Order = submission.Answers.Apply(session.Order, shop, Now(submission.Actor));
            var problems = await Check(session, shop, submission.Actor, cancellation);
            if (!problems.IsEmpty)
                return problems;
            if (await Authorize(session, shop, submission, cancellation) is { } unplaced)
                return unplaced;
            problems = await discounts.Use(session.Order, shop, cancellation);
            if (!problems.IsEmpty)
                return problems;
            if (session.Order.Journal is { } journal)
                session.Order = session.Order with { Journal = journal.TakeOver() };
        }

        var processed = await process.Run(session, shop, submission.Actor, cancellation);
        return processed.Map(order => new SubmittedOrder(session.Order = order));
    }

    private async ValueTask<ImmutableArray<Problem>> Check(OrderSession session, Shop shop, string actor, CancellationToken cancellation)
    {
        if (DeclineLimit.Refuses(session.Order, time.GetUtcNow()) is { } tried)
            return [tried];
        var problems = SubmitRules.Check(session.Order, shop, Now(actor));
        if (!problems.IsEmpty)
        {
            session.Order = DropUnfit.Decide(session.Order, shop, Now(actor));
            return problems;
        }

        var taxed = await taxes.Of(session.Order, shop, actor, cancellation);
        if (!taxed.Succeeded)
            return taxed.Problems;
        session.Order = taxed.Value.Order;
        if (taxed.Value.Changed is { } changed)
            return [changed];
        var available = await availability.Of(session.Order, shop, final: true, cancellation);
        if (!available.Succeeded)
            return available.Problems;
        session.Order = available.Value.Order;
        return available.Value.Problems;
    }

    /// <summary>Null when every hold that is needed is placed.</summary>
    private async Task<Result<SubmittedOrder>?> Authorize(
        OrderSession session,
        Shop shop,
        Submission submission,
        CancellationToken cancellation
    )
    {
        if (submission.WakesAt is null)
            session.WakesAt = session.WatchedUntil = submission.WakesAt = await watch.Begin(session.Order, cancellation);

        if ((session.Order.Capture ?? shop.Checkout.Capture).Mode is CaptureMode.VerifyOnly || session.Order.Payments.IsEmpty)
            return null;

        var operation = new MoneyOperation(submission.Id, MoneyOperationKind.Authorize);
        var ran = await processor.Run(session, shop, operation, submission.Actor, answer: null, cancellation);
        if (!ran.Succeeded)
            return ran.Cast<SubmittedOrder>();
        var waiting = session.Order.Payments.SelectMany(p => p.Transactions).FirstOrDefault(t => t.Status is TransactionStatus.NeedsAction);
        if (waiting is not null)
            return new SubmittedOrder(session.Order, waiting.ClientSecret ?? waiting.GatewayReference ?? waiting.Id);
        var declined = AuthorizePayments.Unplaced(session.Order, operation).ToImmutableArray();
        return declined.IsEmpty ? null : declined;
    }

    private Occasion Now(string actor) => new(time.GetUtcNow(), actor);

    /// <summary>What one call keeps over its tries.</summary>
    private sealed class Submission(string id, string actor)
    {
        public string Id => id;
        public string Actor => actor;
        public PluginAnswers? Answers { get; set; }

        /// <summary>When the wake-up looks at the order that the call has set; null while it has set none.</summary>
        public DateTimeOffset? WakesAt { get; set; }

        /// <summary>One of its tries has committed letters that rely on that wake-up.</summary>
        public bool LeavesLetters { get; set; }
    }
}
