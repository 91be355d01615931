using Checkout.Orders;

namespace Checkout.Journeys.CreateOrder;

/// <summary>How far a call got while its caller waited.</summary>
public sealed record CreateOrderOutcome
{
    private CreateOrderOutcome(Result<Order>? ended, string? runningOrderId) => (Ended, RunningOrderId) = (ended, runningOrderId);

    /// <summary>The order with its journal up to the end or the first failed command; null while it still runs.</summary>
    public Result<Order>? Ended { get; }

    /// <summary>The public order id of a run that goes on.</summary>
    public string? RunningOrderId { get; }

    public static CreateOrderOutcome With(Result<Order> result) => new(result, null);

    public static CreateOrderOutcome StillRunning(string publicOrderId) => new(null, publicOrderId);
}
