using Checkout.Stores;
using Microsoft.Extensions.Logging;

namespace Checkout.Running;

/// <summary>
/// Hands due wake-ups to their handlers. Run every minute by each host, and once at start; two sweeps at once do no harm.
/// </summary>
public sealed partial class WakeUpSweep(
    IWakeUps wakeUps,
    IEnumerable<IWakeUpHandler> handlers,
    IOutbox outbox,
    OpenWork open,
    TimeProvider time,
    ILogger<WakeUpSweep> logger
)
{
    private const int Batch = 100;
    private const int MostBatches = 10;

    /// <summary>So that servers that do not answer hold up neither the captures nor the messages behind theirs.</summary>
    private const int AtOnce = 16;

    /// <summary>Nothing new is begun after this long: a function that runs for five minutes is ended by its host.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan BetweenCounts = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly Dictionary<string, IWakeUpHandler> handlers = handlers.ToDictionary(h => h.Kind, StringComparer.Ordinal);
    private DateTimeOffset countAgainAt = DateTimeOffset.MinValue;

    /// <summary>How many were handled. A handler's fault puts off its own wake-up and no other.</summary>
    public async Task<int> Run(CancellationToken cancellation)
    {
        var handled = 0;
        var until = time.GetUtcNow() + Longest;
        for (var batch = 1; batch <= MostBatches; batch++)
        {
            var due = await wakeUps.Due(time.GetUtcNow(), Batch, cancellation);
            if (batch == 1)
                open.Overdue(due.Count == 0 ? TimeSpan.Zero : time.GetUtcNow() - due[0].Due);
            foreach (var some in due.Chunk(AtOnce).TakeWhile(_ => time.GetUtcNow() < until))
            {
                await Task.WhenAll(some.Select(wakeUp => Handle(wakeUp, cancellation)));
                handled += some.Length;
            }

            if (due.Count < Batch || time.GetUtcNow() >= until)
                break;
        }

        await CountDeadLetters(cancellation);
        return handled;
    }

    /// <summary>Nobody waits for these, so they are counted now and then.</summary>
    private async Task CountDeadLetters(CancellationToken cancellation)
    {
        if (time.GetUtcNow() < countAgainAt)
            return;
        countAgainAt = time.GetUtcNow() + BetweenCounts;
        open.Counted(await outbox.CountDeadLetters(cancellation));
    }

    /// <summary>As <see cref="Run"/>, with the journals that are not due yet: what a host does once when it starts.</summary>
    public async Task<int> RunAtStart(CancellationToken cancellation)
    {
        var handled = await Run(cancellation);
        foreach (var wakeUp in await wakeUps.Due(time.GetUtcNow() + TimeSpan.FromMinutes(10), Batch, cancellation))
        {
            if (wakeUp.Kind is not (WakeUpKinds.CreateOrder or WakeUpKinds.Reconcile))
                continue;
            await Handle(wakeUp, early: true, cancellation);
            handled++;
        }

        return handled;
    }

    /// <summary>One wake-up: done and cleared, or put off.</summary>
    public Task<WakeUpOutcome> Handle(WakeUp wakeUp, CancellationToken cancellation) => Handle(wakeUp, early: false, cancellation);

    private async Task<WakeUpOutcome> Handle(WakeUp wakeUp, bool early, CancellationToken cancellation)
    {
        DateTimeOffset? again;
        var failed = false;
        try
        {
            again = handlers.TryGetValue(wakeUp.Kind, out var handler) ? await handler.Handle(wakeUp, cancellation) : null;
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            Failed(fault, wakeUp.Kind, wakeUp.PublicOrderId, wakeUp.Attempt);
            again = time.GetUtcNow() + PutOff.After(wakeUp.Attempt, FirstWait, LongestWait);
            failed = true;
        }

        var later = again is { } at
            ? wakeUp with
            {
                Due = at,
                Attempt = wakeUp.Attempt + 1,
                Since = wakeUp.Since ?? wakeUp.Due,
                Reason = failed ? PutOffReasons.Fault : open.WhyNotDone(wakeUp.PublicOrderId),
            }
            : null;
        if (later is not null)
            await wakeUps.Set(later, cancellation);

        // Before it is due, another host may be about to commit the work that it was set for: it is left for that.
        if (again is not null || !early)
            await wakeUps.Clear(wakeUp, cancellation);
        return new WakeUpOutcome(later);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Wake-up {Kind} of order {PublicOrderId} failed at attempt {Attempt}")]
    private partial void Failed(Exception fault, string kind, string publicOrderId, int attempt);
}
