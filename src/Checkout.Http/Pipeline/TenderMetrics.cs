using System.Diagnostics.Metrics;

namespace Checkout.Http.Pipeline;

/// <summary>Counts by shop what was refused, and what had to wait for it (docs/configuration.md).</summary>
public sealed class TenderMetrics(IMeterFactory meters)
{
    public const string Name = "Checkout.Tenders";

    private readonly Counter<long> refused = meters
        .Create(Name)
        .CreateCounter<long>("checkout.tenders.refused", description: "Declined cards and codes of no gift card, by shop.");

    private readonly Counter<long> limited = meters
        .Create(Name)
        .CreateCounter<long>(
            "checkout.tenders.limited",
            description: "Tries that had to wait since too many were refused before, by shop."
        );

    public void Refuse(string shop) => refused.Add(1, new KeyValuePair<string, object?>("shop", shop));

    public void Limit(string shop) => limited.Add(1, new KeyValuePair<string, object?>("shop", shop));
}
