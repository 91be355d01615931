using System.Collections.Immutable;
using Checkout.Changing.Placing;
using Checkout.Journeys.Completing;
using Checkout.Journeys.Reserving;
using Checkout.Journeys.Settling;
using Checkout.Journeys.Submitting;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Plugins;
using Checkout.Shops;

namespace Checkout.Journeys.CreateOrder;

/// <summary>
/// Asks plugins as a shopper's process_order does, checks the order, makes it final and tells plugins of it
/// (docs/contract/create-order.md#process-order).
/// </summary>
public sealed class ProcessCreatedOrder(
    ProcessOrder process,
    RecheckTaxes taxes,
    PaymentProcessor payments,
    CheckAvailability availability,
    EnterDiscountCode discounts,
    FinishSubmission finish,
    PluginEvents events,
    TimeProvider time
) : ICreateOrderCommand
{
    public string Name => JournalCommand.MakesFinal;

    public ImmutableArray<Problem> Check(Order order) =>
        [.. Missing.EmailAddress(order), .. Missing.ShippingAddress(order), .. Missing.ShippingLine(order)];

    public async Task<Result<Order>> Run(CommandRun run, CancellationToken cancellation)
    {
        var session = run.Session;
        var refused = session.Order.Status is OrderStatus.Open ? await Submit(run, cancellation) : [];
        if (!refused.IsEmpty)
            return refused;
        var held = await FollowTotal(run, cancellation);
        if (!held.Succeeded)
            return held;

        // After the money, as for a shopper (docs/contract/decisions.md#d26): an order that is not paid for uses no code up.
        if (
            session.Order.Status is OrderStatus.Open
            && await discounts.Use(session.Order, run.Shop, cancellation) is { IsEmpty: false } unusable
        )
            return unusable;
        var processed = await process.Run(session, run.Shop, CommandRun.Actor, cancellation);
        if (!processed.Succeeded)
            return processed;
        session.Order = processed.Value;
        return await finish.TellPlugins(session, run.Shop, CommandRun.Actor, cancellation) ? session.Order : Problem.Locked();
    }

    /// <summary>What plugins answer is part of what is checked, and of what is held.</summary>
    private async Task<ImmutableArray<Problem>> Submit(CommandRun run, CancellationToken cancellation)
    {
        var session = run.Session;
        run.Plugins.Submitted ??= await events.Raise(session.Order, run.Shop, PluginEventNames.OrderSubmitted, cancellation);
        session.Order = run.Plugins.Submitted.Apply(session.Order, run.Shop, new Occasion(time.GetUtcNow(), CommandRun.Actor));
        ImmutableArray<Problem> unfit = [.. SubmitRules.CheckAddresses(session.Order)];
        return unfit.IsEmpty ? await Recheck(run, cancellation) : unfit;
    }

    /// <summary>
    /// What authorize_payments held follows the total, up and down (docs/contract/decisions.md#d28); an order without holds is refused for
    /// that when it is processed.
    /// </summary>
    private async Task<Result<Order>> FollowTotal(CommandRun run, CancellationToken cancellation)
    {
        var order = run.Session.Order;
        if (order.Status is not OrderStatus.Open || AuthorizePayments.IsExact(order) || !order.Payments.Any(CapturePayments.WasAuthorized))
            return order;
        var operation = new MoneyOperation($"{run.OperationId}-holds", MoneyOperationKind.Authorize);
        var ran = await payments.Run(run.Session, run.Shop, operation, CommandRun.Actor, answer: null, cancellation);
        if (!ran.Succeeded)
            return ran;
        var unplaced = AuthorizePayments.Unplaced(run.Session.Order, operation).ToImmutableArray();
        return unplaced.IsEmpty ? run.Session.Order : unplaced;
    }

    private async Task<ImmutableArray<Problem>> Recheck(CommandRun run, CancellationToken cancellation)
    {
        var taxed = await taxes.Of(run.Session.Order, run.Shop, CommandRun.Actor, cancellation);
        if (!taxed.Succeeded)
            return taxed.Problems;
        run.Session.Order = taxed.Value.Order;
        return taxed.Value.Changed is { } changed ? [changed] : await CheckStock(run, cancellation);
    }

    /// <summary>The shop's own stock is checked while processing; that of an override before it.</summary>
    private async Task<ImmutableArray<Problem>> CheckStock(CommandRun run, CancellationToken cancellation)
    {
        if (!run.Session.Order.Plugins.Overrides.ContainsKey(OverrideKinds.Inventory))
            return [];
        var available = await availability.Of(run.Session.Order, run.Shop, final: true, cancellation);
        if (!available.Succeeded)
            return available.Problems;
        run.Session.Order = available.Value.Order;
        return available.Value.Problems;
    }
}
