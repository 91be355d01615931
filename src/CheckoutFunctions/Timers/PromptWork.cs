using Checkout.Running;
using Microsoft.Extensions.Hosting;

namespace Checkout.Functions.Timers;

/// <summary>
/// Sends what a request committed while its worker lives: no orchestration, so no storage transaction and no wait for the
/// caller. A worker that is taken away first leaves it to the sweep.
/// </summary>
public sealed class PromptWork(PromptSweep prompt) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => prompt.Run(stoppingToken);
}
