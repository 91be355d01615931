using Checkout.Http.Frame.SignIn;
using Checkout.Stores;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Checkout.Http.Health;

/// <summary>
/// Asks storage, the secret source and what the host has of its own whether they answer. Anybody may ask, so the answer is kept for a few
/// seconds:
/// what it costs does not grow with who asks.
/// </summary>
public sealed partial class Readiness(
    IShops shops,
    SigningKeys keys,
    IEnumerable<IReadinessCheck> ofTheHost,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<Readiness> log
) : IDisposable
{
    public const string Ready = "ready";

    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim asking = new(1, 1);
    private (DateTimeOffset At, HealthState State)? last;

    public async Task<HealthState> Check(CancellationToken cancellation)
    {
        // A host that is stopping finishes what it has and wants no more.
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return new HealthState("stopping");

        await asking.WaitAsync(cancellation);
        try
        {
            if (last is not { } known || time.GetUtcNow() - known.At >= Freshness)
                last = known = (time.GetUtcNow(), await Ask(cancellation));
            return known.State;
        }
        finally
        {
            asking.Release();
        }
    }

    public void Dispose() => asking.Dispose();

    private async Task<HealthState> Ask(CancellationToken cancellation)
    {
        var storage = Answers("storage", limit => shops.Identifiers(limit), cancellation);
        var secrets = Answers("secrets", limit => keys.ForSigning(limit).AsTask(), cancellation);
        var hub = ofTheHost.FirstOrDefault() is { } check ? Answers("task hub", check.Ask, cancellation) : null;
        await Task.WhenAll(storage, secrets, hub ?? Task.FromResult(true));
        return new HealthState(await storage && await secrets && (hub is null || await hub) ? Ready : "not_ready")
        {
            TaskHub =
                hub is null ? null
                : await hub ? "ok"
                : "failed",
            Storage = await storage ? "ok" : "failed",
            Secrets = await secrets ? "ok" : "failed",
        };
    }

    private async Task<bool> Answers(string what, Func<CancellationToken, Task> ask, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            await ask(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever the dependency throws, it does not answer: logged, and told to whoever asks.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Failed(log, exception, what);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Readiness: {What} does not answer")]
    private static partial void Failed(ILogger log, Exception exception, string what);
}
