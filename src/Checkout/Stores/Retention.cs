namespace Checkout.Stores;

/// <summary>How far a shop has come with orders that were kept long enough.</summary>
/// <param name="Until">Orders that were begun before are seen to; null when none are.</param>
/// <param name="Next">When it is done next; null when it is not done any more.</param>
public sealed record Retention(DateTimeOffset? Until, DateTimeOffset? Next)
{
    /// <summary>Orders that were begun before then are being seen to; null between two runs.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Where the run goes on; null when it begins.</summary>
    public string? After { get; init; }
}
