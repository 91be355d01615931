using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Journeys.CreateOrder;

/// <summary>
/// How far a call got: its commands ended, or they go on by themselves, or it was refused. Whoever has begun an order is
/// told of it (docs/contract/create-order.md#answer).
/// </summary>
public sealed record CreateOrderOutcome
{
    private CreateOrderOutcome(Order? order, ImmutableArray<Problem> problems, bool goesOn) =>
        (Order, Problems, GoesOn) = (order, problems, goesOn);

    /// <summary>The order of the call's key; null when there is none, and nothing was begun.</summary>
    public Order? Order { get; }

    /// <summary>Why the call was refused, or what its next command waits for; empty when its commands ended.</summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>The commands that are left are carried out without another call.</summary>
    public bool GoesOn { get; }

    /// <summary>The journal is at its end, or at a failed command.</summary>
    public static CreateOrderOutcome Ended(Order order) => new(order, [], goesOn: false);

    public static CreateOrderOutcome Waiting(Order order, params ImmutableArray<Problem> reasons) => new(order, reasons, goesOn: true);

    /// <summary>Nothing was changed.</summary>
    /// <param name="order">The order that has the call's key already.</param>
    public static CreateOrderOutcome Refused(ImmutableArray<Problem> problems, Order? order = null) => new(order, problems, goesOn: false);
}
