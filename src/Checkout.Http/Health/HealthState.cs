using System.Text.Json.Serialization;

namespace Checkout.Http.Health;

/// <param name="Status">live, ready, not_ready or stopping.</param>
public sealed record HealthState(string Status)
{
    /// <summary>ok or failed; why it failed is in the log, which is not for everybody.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Storage { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Secrets { get; init; }

    /// <summary>Of the Functions host; null elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TaskHub { get; init; }
}
