using Checkout.Orders;
using Checkout.Stores;
using Checkout.Viewing;
using Microsoft.Extensions.Logging;

namespace Checkout.Running;

/// <summary>
/// An order store that keeps the lists of orders up to date: once an order is placed or canceled, every commit that changes
/// its line writes it. While a shopper fills the order in, nothing is written: its line is that of its begin. While a Create
/// Order runs, nothing is written either: its wake-up stands for it, and the commit that ends it lists it.
/// </summary>
public sealed partial class ListedOrderStore(
    IOrderStore store,
    IOrderLookup lookup,
    PromptWakeUps prompt,
    TimeProvider time,
    ILogger<ListedOrderStore> log
) : IOrderStore
{
    public Task<StoredOrder?> Load(string publicOrderId, CancellationToken cancellation) => store.Load(publicOrderId, cancellation);

    public Task<(StoredOrder? Order, IdempotentAnswer? Answer)> LoadWithAnswer(
        string publicOrderId,
        string idempotencyKey,
        CancellationToken cancellation
    ) => store.LoadWithAnswer(publicOrderId, idempotencyKey, cancellation);

    public Task<IReadOnlyList<TimelineEntry>> Timeline(string publicOrderId, CancellationToken cancellation) =>
        store.Timeline(publicOrderId, cancellation);

    public async Task<StoredOrder?> Add(Order order, CancellationToken cancellation)
    {
        var added = await store.Add(order, cancellation);
        if (added is { Order.Journal.IsRunning: false })
            await Write(added.Order, lookup.Add, cancellation);
        return added;
    }

    public async Task<StoredOrder?> Commit(StoredOrder previous, Order next, IdempotentAnswer? answer, CancellationToken cancellation)
    {
        var committed = await store.Commit(previous, next, answer, cancellation);
        if (committed is not { Order: var order } || order.Journal is { IsRunning: true })
            return committed;
        if (previous.Order.Journal is { IsRunning: true, Commands: var commands } && commands.All(c => c.Failures == 0))
            await Write(order, lookup.Add, cancellation);
        else if (order.IsFinal && OrderSummary.Of(previous.Order) != OrderSummary.Of(order))
            await Write(order, lookup.Update, cancellation);
        return committed;
    }

    private async Task Write(Order order, Func<Order, CancellationToken, Task> write, CancellationToken cancellation)
    {
        try
        {
            await write(order, cancellation);
        }
#pragma warning disable CA1031 // The order is committed, whatever becomes of its line: that is written beside the request then.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            NotListed(fault, order.PublicOrderId);
            prompt.Take(WakeUp.Of(order, WakeUpKinds.OrderListing, time.GetUtcNow()));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The line of order {PublicOrderId} was not written and is written again")]
    private partial void NotListed(Exception fault, string publicOrderId);
}
