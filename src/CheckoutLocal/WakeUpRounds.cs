using Checkout.Running;

namespace Checkout.Local;

/// <summary>
/// Takes up what an earlier process left open, then looks for due wake-ups again and again; prompt ones are handled at the same time.
/// </summary>
internal sealed partial class WakeUpRounds(
    WakeUpSweep sweep,
    PromptSweep prompt,
    LocalOptions options,
    TimeProvider time,
    ILogger<WakeUpRounds> log
) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(prompt.Run(stoppingToken), Rounds(stoppingToken));

    private async Task Rounds(CancellationToken stoppingToken)
    {
        await Round(sweep.RunAtStart, stoppingToken);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.SweepSeconds), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Round(sweep.Run, stoppingToken);
    }

    private async Task Round(Func<CancellationToken, Task<int>> run, CancellationToken stopping)
    {
        try
        {
            await run(stopping);
        }
#pragma warning disable CA1031 // A round that failed (storage was away) must not end the rounds.
        catch (Exception fault) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Failed(log, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of wake-ups failed; the next one follows")]
    private static partial void Failed(ILogger log, Exception fault);
}
