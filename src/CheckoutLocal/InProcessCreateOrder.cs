using Checkout.Journeys.CreateOrder;
using Checkout.Shops;

namespace Checkout.Local;

/// <summary>Walks journals in this process. What a dying process leaves open, the sweep at the next start takes up.</summary>
public sealed class InProcessCreateOrder(CreateOrders orders, CreateOrderRuns runs, LocalOptions options, IHostApplicationLifetime lifetime)
    : ICreateOrderDriver
{
    public Task<CreateOrderOutcome> Run(Shop shop, CreateOrderRequest request, CancellationToken cancellation) =>
        runs.Join(
            shop,
            request,
            () => orders.Run(shop, request, lifetime.ApplicationStopping),
            TimeSpan.FromSeconds(options.CreateOrderWaitSeconds),
            cancellation
        );
}
