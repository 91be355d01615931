using Checkout.Stores;

namespace Checkout.Running;

/// <summary>
/// The work of a shop that waits, first what has its time, then the dead letters: at most three storage transactions a page.
/// </summary>
public sealed class WorkList(IWaitingWork waiting, IOutbox outbox, TimeProvider time)
{
    private const string WakeUps = "w";
    private const string Letters = "d";

    public async Task<Result<PageOf<WorkItem>>> Page(string shop, PageRequest asked, CancellationToken cancellation)
    {
        var items = new List<WorkItem>();
        if (asked.After is null || asked.After.StartsWith(WakeUps, StringComparison.Ordinal))
        {
            var page = asked with { After = asked.After?[1..] };
            var wakeUps = await waiting.Waiting(shop, time.GetUtcNow(), page, cancellation);
            if (!wakeUps.Succeeded)
                return wakeUps.Cast<PageOf<WorkItem>>();
            items.AddRange(wakeUps.Value.Items.Select(WorkItem.Of));
            if (wakeUps.Value.Next is { } next)
                return new PageOf<WorkItem>([.. items], WakeUps + next);
        }
        else if (!asked.After.StartsWith(Letters, StringComparison.Ordinal))
        {
            return Problem.Invalid("cursor", "cursor is none of this list.");
        }

        var left = asked.Limit - items.Count;
        if (left == 0)
            return new PageOf<WorkItem>([.. items], Letters);
        var after =
            asked.After is [_, _, ..] && items.Count == 0 && asked.After.StartsWith(Letters, StringComparison.Ordinal)
                ? asked.After[1..]
                : null;
        var letters = await outbox.DeadLetters(shop, after, left + 1, cancellation);
        items.AddRange(letters.Take(left).Select(WorkItem.Of));
        return new PageOf<WorkItem>([.. items], letters.Count > left ? Letters + letters[left - 1].Id : null);
    }
}
