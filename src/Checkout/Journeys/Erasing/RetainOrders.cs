using Checkout.Running;
using Checkout.Stores;

namespace Checkout.Journeys.Erasing;

/// <summary>
/// Forgets, once a day, who was behind the orders that a shop has kept for its time (retention_days). What was looked at once is not
/// looked at again. It begins when a shop's document with such a time is saved, and ends with the time.
/// </summary>
public sealed class RetainOrders(IPersonalData personal, IShops shops, IWakeUps wakeUps, PromptWakeUps prompt, TimeProvider time)
    : IWakeUpHandler,
        IRetention
{
    private const string Prefix = "shop-";
    private const int PageSize = 100;

    /// <summary>A thousand orders: then the next step has its turn.</summary>
    private const int PagesAStep = 10;
    private static readonly TimeSpan BetweenRuns = TimeSpan.FromDays(1);

    public string Kind => WakeUpKinds.OldOrders;

    /// <summary>Without its shop: it comes every day, and is no work that anybody waits for.</summary>
    public Task Begin(string shop, CancellationToken cancellation) =>
        wakeUps.Set(new WakeUp(Prefix + shop, WakeUpKinds.OldOrders, time.GetUtcNow()), cancellation);

    public async Task<DateTimeOffset?> Handle(WakeUp wakeUp, CancellationToken cancellation)
    {
        var identifier = wakeUp.PublicOrderId[Prefix.Length..];
        var now = time.GetUtcNow();
        var retention = await personal.Retained(identifier, cancellation);
        if (await shops.Load(identifier, cancellation) is not { Shop.RetentionDays: { } days })
        {
            await personal.Retain(identifier, new Retention(retention.Until, Next: null), cancellation);
            return null;
        }

        var before = retention.Before ?? now.AddDays(-days);
        var page = new PageRequest(PageSize, retention.After);
        for (var step = 0; retention.Until is null || before > retention.Until; step++)
        {
            if (step == PagesAStep)
            {
                await personal.Retain(identifier, retention with { Before = before, After = page.After }, cancellation);
                return now;
            }

            var orders = await personal.OrdersBegun(identifier, retention.Until, before, page, cancellation);
            foreach (var order in orders.Items)
            {
                var erase = new WakeUp(order, WakeUpKinds.OrderToErase, now) { Shop = identifier };
                await wakeUps.Set(erase, cancellation);
                prompt.Take(erase);
            }

            if (orders.Next is null)
                break;
            page = page with { After = orders.Next };
        }

        // A document that was saved again has another run under way already: one is enough.
        var isAnothers = retention.Next > now && retention.Next.Value.UtcTicks != wakeUp.Due.UtcTicks;
        var due = isAnothers ? retention.Next!.Value : now + BetweenRuns;
        await personal.Retain(identifier, new Retention(retention.Until > before ? retention.Until : before, due), cancellation);
        return isAnothers ? null : due;
    }
}
