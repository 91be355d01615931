using System.Diagnostics.Metrics;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.Http.Pipeline.Telemetry;

/// <summary>Counts orders by the status that they reach, once each, where it is committed.</summary>
internal sealed class ObservedOrderStore : IOrderStore
{
    public const string Name = "Checkout.Orders";

    private readonly IOrderStore store;
    private readonly Counter<long> reached;

    public ObservedOrderStore(IOrderStore store, IMeterFactory meters)
    {
        this.store = store;
        reached = meters.Create(Name).CreateCounter<long>("checkout.orders", description: "Orders by the status reached.");
    }

    public Task<StoredOrder?> Load(string publicOrderId, CancellationToken cancellation) => store.Load(publicOrderId, cancellation);

    public async Task<StoredOrder?> Add(Order order, CancellationToken cancellation)
    {
        var added = await store.Add(order, cancellation);
        if (added is not null)
            Count(order, order.Status.ToString().ToLowerInvariant());
        return added;
    }

    public async Task<StoredOrder?> Commit(StoredOrder previous, Order next, IdempotentAnswer? answer, CancellationToken cancellation)
    {
        var committed = await store.Commit(previous, next, answer, cancellation);
        if (committed is not null && previous.Order.Status != next.Status)
            Count(next, next.Status.ToString().ToLowerInvariant());
        if (committed is not null && previous.Order.PaymentDueAt is null && next.PaymentDueAt is not null)
            Count(next, "payment_due");
        return committed;
    }

    public Task<(StoredOrder? Order, IdempotentAnswer? Answer)> LoadWithAnswer(
        string publicOrderId,
        string idempotencyKey,
        CancellationToken cancellation
    ) => store.LoadWithAnswer(publicOrderId, idempotencyKey, cancellation);

    public Task<IReadOnlyList<TimelineEntry>> Timeline(string publicOrderId, CancellationToken cancellation) =>
        store.Timeline(publicOrderId, cancellation);

    private void Count(Order order, string status) => reached.Add(1, new("status", status), new("shop", order.ShopIdentifier));
}
