using Checkout.Changing.GiftCertificates;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Stores;

namespace Checkout.Journeys.Completing;

/// <summary>
/// An order store that wakes the issue of gift certificates, whatever door made the order final: the wake-up is written before the
/// commit, and costs orders without certificates nothing.
/// </summary>
public sealed class IssuingOrderStore(IOrderStore store, IWakeUps wakeUps, PromptWakeUps prompt, TimeProvider time) : IOrderStore
{
    /// <summary>Time for the commit that follows the wake-up.</summary>
    private static readonly TimeSpan Head = TimeSpan.FromSeconds(5);

    public Task<StoredOrder?> Load(string publicOrderId, CancellationToken cancellation) => store.Load(publicOrderId, cancellation);

    public Task<(StoredOrder? Order, IdempotentAnswer? Answer)> LoadWithAnswer(
        string publicOrderId,
        string idempotencyKey,
        CancellationToken cancellation
    ) => store.LoadWithAnswer(publicOrderId, idempotencyKey, cancellation);

    public Task<IReadOnlyList<TimelineEntry>> Timeline(string publicOrderId, CancellationToken cancellation) =>
        store.Timeline(publicOrderId, cancellation);

    public Task<StoredOrder?> Add(Order order, CancellationToken cancellation) =>
        Concerns(order) ? Woken(order, () => store.Add(order, cancellation), cancellation) : store.Add(order, cancellation);

    public Task<StoredOrder?> Commit(StoredOrder previous, Order next, IdempotentAnswer? answer, CancellationToken cancellation) =>
        previous.Order.Status != next.Status && Concerns(next)
            ? Woken(next, () => store.Commit(previous, next, answer, cancellation), cancellation)
            : store.Commit(previous, next, answer, cancellation);

    private async Task<StoredOrder?> Woken(Order order, Func<Task<StoredOrder?>> write, CancellationToken cancellation)
    {
        var wakeUp = WakeUp.Of(order, WakeUpKinds.SoldCertificates, time.GetUtcNow() + Head);
        await wakeUps.Set(wakeUp, cancellation);
        var committed = await write();
        if (committed is not null)
            prompt.Take(wakeUp);
        return committed;
    }

    private static bool Concerns(Order order) =>
        order.Status switch
        {
            OrderStatus.Processed => CertificateIssue.IsOf(order),
            OrderStatus.Canceled => !order.Certificates.IsEmpty,
            _ => false,
        };
}
