using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.CreateOrder;

/// <summary>Walks the journal of a Create Order: in process, or as a Durable orchestration.</summary>
public interface ICreateOrderDriver
{
    /// <summary>
    /// Runs the call, or joins the run of an earlier call with the same key, and waits for it at most half a minute (H1).
    /// The run goes on when the caller goes away.
    /// </summary>
    Task<CreateOrderOutcome> Run(Shop shop, CreateOrderRequest request, CancellationToken cancellation);
}

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
