using Checkout.Shops;

namespace Checkout.Journeys.CreateOrder;

/// <summary>Walks the journal of a Create Order: in process, or as a Durable orchestration.</summary>
public interface ICreateOrderDriver
{
    /// <summary>
    /// Runs the call, or joins the run of an earlier call with the same key, and waits for it at most half a minute
    /// (docs/contract/create-order.md#waiting). The run goes on when the caller goes away.
    /// </summary>
    Task<CreateOrderOutcome> Run(Shop shop, CreateOrderRequest request, CancellationToken cancellation);
}
