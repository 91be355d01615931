using System.Collections.Immutable;
using System.Diagnostics;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;

namespace Checkout.Journeys.CreateOrder;

/// <summary>
/// Walks the journal of one order. Each command's success or failure is in the same commit as its effects on the order,
/// and a command without an outside effect shares the commit of the next one that has. A command that meets a lock or an
/// upstream that is down does not fail: what it waits for is in the journal, and it is run again.
/// </summary>
public sealed class CreateOrderRun(IEnumerable<ICreateOrderCommand> commands, TimeProvider time)
{
    private static readonly ActivitySource Activities = new("Checkout.CreateOrder");

    private readonly Dictionary<string, ICreateOrderCommand> commands = commands.ToDictionary(c => c.Name, StringComparer.Ordinal);

    /// <summary>
    /// Runs every command that has not succeeded, up to the first that fails. Succeeded: the journal as far as it got is
    /// committed, a failed command included. Locked or upstream: nothing is lost, run again later.
    /// </summary>
    /// <param name="plugins">What plugins answered in an earlier try of the same call.</param>
    public async Task<Result<Order>> RunAll(OrderSession session, Shop shop, HeardPlugins plugins, CancellationToken cancellation)
    {
        while (session.Order.Journal?.Next is { } next)
        {
            if (session.Order.Status is OrderStatus.Canceled && next.Status is CommandStatus.Failed)
                break;
            var step = await RunStep(session, shop, next, plugins, cancellation);
            if (!step.Succeeded)
                return step;
            if (session.Order.Journal!.FailedCommand is { } failed && failed.Key == next.Key)
                break;
        }

        return await session.Commit(cancellation) ? session.Order : Problem.Locked();
    }

    /// <summary>
    /// False when the command that failed is refused by what no later try can change: on an order that is final, what is missing stays
    /// missing.
    /// </summary>
    public bool MaySucceed(Order order) =>
        order.Journal?.Next is not { Status: CommandStatus.Failed } next || commands[next.Command].Check(order).IsEmpty;

    private async Task<Result<Order>> RunStep(
        OrderSession session,
        Shop shop,
        JournalCommand entry,
        HeardPlugins plugins,
        CancellationToken cancellation
    )
    {
        using var activity = Activities.StartActivity($"create_order {entry.Command}");
        activity?.SetTag("checkout.public_order_id", session.Order.PublicOrderId);
        var command = commands[entry.Command];
        if (entry.Status is CommandStatus.Failed)
            session.Order = session.Order with { Journal = session.Order.Journal!.Begin(entry.Key) };
        var missing = session.Order.Status is OrderStatus.Canceled ? [OrderTransitions.Canceled()] : command.Check(session.Order);
        var ran = missing.IsEmpty
            ? await command.Run(new CommandRun(session, shop, entry) { Plugins = plugins }, cancellation)
            : Result<Order>.Refused(missing);
        if (ran.IsLocked)
            return ran;
        if (ran.IsUnavailable)
        {
            if (!entry.Problems.SequenceEqual(ran.Problems))
                session.Order = session.Order with { Journal = session.Order.Journal!.Wait(entry.Key, ran.Problems) };
            await session.Commit(cancellation);
            return ran;
        }

        session.Order = ran.Succeeded ? Succeed(ran.Value, entry) : Fail(session.Order, entry, ran.Problems);
        return session.Order;
    }

    private Order Succeed(Order order, JournalCommand entry) =>
        (order with { Journal = order.Journal!.Succeed(entry.Key) }).Record($"create_order.{entry.Command}", Now());

    private Order Fail(Order order, JournalCommand entry, ImmutableArray<Problem> problems) =>
        (order with { Journal = order.Journal!.Fail(entry.Key, problems) }).Record(
            $"create_order.{entry.Command}_failed",
            Now(),
            detail: problems[0].Field
        );

    private Occasion Now() => new(time.GetUtcNow(), CommandRun.Actor);
}
