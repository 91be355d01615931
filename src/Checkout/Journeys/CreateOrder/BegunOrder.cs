using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Running;

namespace Checkout.Journeys.CreateOrder;

/// <summary>What became of a call before its commands are run: an order to run, or a refusal.</summary>
public sealed record BegunOrder
{
    private BegunOrder(OrderSession? session, CreateOrderOutcome? refusal) => (Session, Refusal) = (session, refusal);

    /// <summary>Null when the call was refused.</summary>
    public OrderSession? Session { get; }

    public CreateOrderOutcome? Refusal { get; }

    public static BegunOrder With(OrderSession session) => new(session, null);

    public static BegunOrder Refused(ImmutableArray<Problem> problems, Order? order = null) =>
        new(null, CreateOrderOutcome.Refused(problems, order));
}
