using Checkout.Http.Frame;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Viewing;

namespace Checkout.Http.Backend.Summary;

/// <summary>
/// How a shop's day goes (docs/contract/backend.md#summary): six storage transactions, and one for each thousand orders of the day,
/// up to twenty.
/// </summary>
public sealed class GetSummaryEndpoint(IOrderList orders, IWaitingWork waiting, IOutbox outbox, IStockLedger stock, TimeProvider time)
    : ISlice
{
    private const int MostCounted = 1000;
    private const int MostPages = 20;

    /// <summary>With the one that tells whether there are more, a thousand rows.</summary>
    private const int Page = 999;

    public async Task<Reply> Handle(Call call)
    {
        var now = time.GetUtcNow();
        var today = Today(call, now);
        var open = orders.CountOpen(call.ShopIdentifier, MostCounted, call.Cancellation);
        var work = waiting.Waiting(call.ShopIdentifier, now, new PageRequest(Page), call.Cancellation);
        var letters = outbox.DeadLetters(call.ShopIdentifier, null, MostCounted, call.Cancellation);
        var low = stock.CountLow(call.ShopIdentifier, call.Cancellation);
        await Task.WhenAll(today, open, work, letters, low);
        var waits = (await work).Value.Items.Select(WorkItem.Of).ToList();
        var (placed, isPartial) = await today;
        return Reply.Of(
            new SummaryData
            {
                OrdersToday = placed.Count,
                RevenueToday =
                [
                    .. placed
                        .GroupBy(order => order.Currency, StringComparer.Ordinal)
                        .OrderBy(some => some.Key, StringComparer.Ordinal)
                        .Select(some => new RevenueState(some.Key, some.Sum(order => order.OrderTotal))),
                ],
                OpenOrders = await open,
                OldestWorkSeconds = waits.Select(item => (long)(now - item.Since).TotalSeconds).DefaultIfEmpty(0).Max(),
                WaitingWork = waits.Count,
                DeadLetters = (await letters).Count,
                UnknownOutcomes = waits.Count(item => item.Reason == PutOffReasons.UnknownOutcome),
                LowStock = await low,
                IsPartial = isPartial,
            }
        );
    }

    private async Task<(IReadOnlyList<OrderSummary> Placed, bool IsPartial)> Today(Call call, DateTimeOffset now)
    {
        var placed = new List<OrderSummary>();
        var query = new OrderQuery { From = MidnightOf(call.Shop, now) };
        var asked = new PageRequest(Page);
        for (var i = 0; i < MostPages; i++)
        {
            var page = (await orders.Find(call.ShopIdentifier, query, asked, call.Cancellation)).Value;
            placed.AddRange(page.Items.Where(order => order.OrderStatus == OrderWords.Placed));
            if (page.Next is null)
                return (placed, false);
            asked = asked with { After = page.Next };
        }

        return (placed, true);
    }

    /// <summary>UTC where the shop's time zone is none that is known here.</summary>
    private static DateTimeOffset MidnightOf(Shop shop, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(shop.Timezone, out var known) ? known : TimeZoneInfo.Utc;
        var midnight = TimeZoneInfo.ConvertTime(now, zone).Date;
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }
}
