using System.Collections.Immutable;
using Checkout.Journeys.Completing;
using Checkout.Journeys.Reserving;
using Checkout.Journeys.Submitting;
using Checkout.Orders;

namespace Checkout.Journeys.CreateOrder;

/// <summary>Checks the order and makes it final.</summary>
public sealed class ProcessCreatedOrder(ProcessOrder process, RecheckTaxes taxes, CheckAvailability availability, EnterDiscountCode discounts) : ICreateOrderCommand
{
    public string Name => "process_order";

    public ImmutableArray<Problem> Check(Order order) =>
        [.. Missing.EmailAddress(order), .. Missing.ShippingAddress(order), .. Missing.ShippingLine(order)];

    public async Task<Result<Order>> Run(CommandRun run, CancellationToken cancellation)
    {
        var refused = run.Session.Order.Status is OrderStatus.Open ? await Recheck(run, cancellation) : [];
        return refused.IsEmpty ? await process.Run(run.Session, run.Shop, CommandRun.Actor, cancellation) : refused;
    }

    private async Task<ImmutableArray<Problem>> Recheck(CommandRun run, CancellationToken cancellation)
    {
        var taxed = await taxes.Of(run.Session.Order, run.Shop, CommandRun.Actor, cancellation);
        if (!taxed.Succeeded)
            return taxed.Problems;
        run.Session.Order = taxed.Value.Order;
        return taxed.Value.Changed is { } changed ? [changed] : await AskOverrides(run, cancellation);
    }

    /// <summary>The shop's own stock and codes are checked while processing; those of an override before it.</summary>
    private async Task<ImmutableArray<Problem>> AskOverrides(CommandRun run, CancellationToken cancellation)
    {
        if (run.Session.Order.Plugins.Overrides.ContainsKey(OverrideKinds.Inventory))
        {
            var available = await availability.Of(run.Session.Order, run.Shop, final: true, cancellation);
            if (!available.Succeeded)
                return available.Problems;
            run.Session.Order = available.Value.Order;
            if (!available.Value.Passes)
                return [.. available.Value.Shortages.Select(s => Problem.Order("inventory", $"Only {s.Available} of {s.Sku} left.", "insufficient_stock"))];
        }

        return await discounts.Use(run.Session.Order, run.Shop, cancellation);
    }
}
