using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Checkout.Gateways.Telemetry;

/// <summary>What a host listens to: activity source and meter <see cref="Name"/>.</summary>
public sealed class GatewayTelemetry : IDisposable
{
    public const string Name = "Checkout.Gateways";

    public GatewayTelemetry(IMeterFactory meters)
    {
        Outcomes = meters
            .Create(Name)
            .CreateCounter<long>(
                "checkout.gateway.outcomes",
                description: "Answers of payment gateways by driver, operation, outcome and code."
            );
    }

    public ActivitySource Activities { get; } = new(Name);
    public Counter<long> Outcomes { get; }

    public void Dispose() => Activities.Dispose();
}
