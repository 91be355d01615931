using System.Diagnostics.Metrics;
using Checkout.Running;
using Microsoft.Extensions.Hosting;

namespace Checkout.Http.Pipeline.Telemetry;

/// <summary>What the sweep found undone, as gauges of each process: alert on their highest value.</summary>
internal sealed class WorkTelemetry(OpenWork open, IMeterFactory meters) : IHostedService
{
    public const string Name = "Checkout.Work";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var meter = meters.Create(Name);
        meter.CreateObservableGauge(
            "checkout.work.oldest_seconds",
            () => open.OldestOverdue.TotalSeconds,
            "s",
            "How long the oldest wake-up is overdue."
        );
        meter.CreateObservableGauge(
            "checkout.outbox.oldest_seconds",
            () => open.Oldest(OpenWorkKind.Message).TotalSeconds,
            "s",
            "Age of the oldest message that was not taken."
        );
        meter.CreateObservableGauge(
            "checkout.dead_letters",
            () => open.DeadLetters,
            description: "Messages given up, of all shops; 1000 at most."
        );
        meter.CreateObservableGauge(
            "checkout.intents.unknown",
            () => open.Count(OpenWorkKind.UnknownIntent),
            description: "Orders with a movement of money whose outcome is unknown."
        );
        meter.CreateObservableGauge(
            "checkout.orders.processing",
            () => open.Count(OpenWorkKind.Processing),
            description: "Orders that are stuck in processing."
        );
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
