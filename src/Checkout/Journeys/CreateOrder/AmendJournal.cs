using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Journeys.CreateOrder;

/// <summary>
/// Another request under the key of an order that is not final: it may bring other payments and other commands
/// (docs/contract/create-order.md#idempotency). What was done and what holds money stays.
/// </summary>
public static class AmendJournal
{
    /// <summary>
    /// The order with what is left to do, the same when the request was accepted before. Refused with idempotency_mismatch:
    /// an order that is final or in somebody else's hands, a command before one that is done, a payment left out that
    /// holds money or whose outcome is open.
    /// </summary>
    /// <param name="asked">The order as the request describes it.</param>
    public static Result<Order> Decide(Order order, Order asked, Occasion occasion)
    {
        if (
            order.Journal is not { } journal
            || asked.Journal is not { } wanted
            || order.Status is not OrderStatus.Open
            || journal.TakenOver
        )
            return Mismatch(
                "idempotency_key",
                "The key was used before with another request, and its order can no longer be changed by one."
            );
        var commands = Commands(journal, wanted);
        if (!commands.Succeeded)
            return commands.Cast<Order>();
        var payments = Payments(order, asked);
        if (!payments.Succeeded)
            return payments.Cast<Order>();
        var isPaidOtherwise = !payments.Value.SequenceEqual(order.Payments);
        ImmutableArray<JournalCommand> left = isPaidOtherwise ? [.. commands.Value.Select(PaidAgain)] : commands.Value;
        return (order with { Payments = payments.Value, Journal = journal.Amend(wanted.BodyHash, left) }).Record(
            "create_order.amended",
            occasion,
            detail: isPaidOtherwise ? "payments" : "commands"
        );
    }

    /// <summary>Commands that are done stay, named again or not; the others follow them in the order of their keys.</summary>
    private static Result<ImmutableArray<JournalCommand>> Commands(CreateOrderJournal journal, CreateOrderJournal wanted)
    {
        var done = journal.Commands.Where(c => c.Status is CommandStatus.Succeeded).ToList();
        var last = done.Count == 0 ? long.MinValue : done.Max(Number);
        var left = ImmutableArray.CreateBuilder<JournalCommand>();
        foreach (var command in wanted.Commands.Where(c => !done.Exists(d => d.Key == c.Key && d.Command == c.Command)))
        {
            if (Number(command) <= last)
                return Mismatch("commands", $"commands.{command.Key}: the commands up to {last} are done.");
            if (done.Exists(d => d.Command == command.Command))
                return Mismatch("commands", $"commands.{command.Key}: «{command.Command}» is done.");
            var known = journal.Commands.FirstOrDefault(c => c.Key == command.Key && c.Command == command.Command) ?? command;
            left.Add(known.ToBeRun());
        }

        return ImmutableArray.CreateRange(done.Concat(left));
    }

    /// <summary>
    /// Keeps each payment that the request names as it is, those that somebody else added to the order, and those whose hold was
    /// released: named again, their method pays by a payment of its own.
    /// </summary>
    private static Result<ImmutableArray<Payment>> Payments(Order order, Order asked)
    {
        var released = order.Payments.Where(IsReleased).ToList();
        var known = order.Payments.Except(released).ToList();
        var payments = ImmutableArray.CreateBuilder<Payment>();
        foreach (var payment in asked.Payments)
        {
            var index = known.FindIndex(p =>
                p.PublicPaymentMethodId == payment.PublicPaymentMethodId && p.RequestedAmount == payment.RequestedAmount
            );
            payments.Add(index < 0 ? payment : known[index]);
            if (index >= 0)
                known.RemoveAt(index);
        }

        payments.AddRange(known.Where(p => p.PublicPaymentMethodId is null));
        if (payments.SequenceEqual(order.Payments.Except(released)))
            return order.Payments;
        if (order.Payments.Any(p => p.HasPending))
            return Mismatch("payments", "The outcome of a payment is still open. Send other payments when it is known.");
        payments.AddRange(released);
        return known.Exists(p => p.PublicPaymentMethodId is not null && (p.AwaitsShopper || p.Held > 0 || p.Captured > 0))
            ? Mismatch("payments", "A payment that the request leaves out holds money. Name it again, or cancel the order.")
            : payments.ToImmutable();
    }

    private static bool IsReleased(Payment payment) => payment.Status is PaymentStatuses.Voided;

    /// <summary>Holds and charges are asked for again, for what the payments that hold none contribute.</summary>
    private static JournalCommand PaidAgain(JournalCommand command) =>
        command is { Status: CommandStatus.Succeeded, Command: "authorize_payments" or "charge_payments" } ? command.ToBeRun() : command;

    private static long Number(JournalCommand command) => long.Parse(command.Key, System.Globalization.CultureInfo.InvariantCulture);

    private static Problem Mismatch(string field, string message) => Problem.Invalid(field, message, "idempotency_mismatch");
}
