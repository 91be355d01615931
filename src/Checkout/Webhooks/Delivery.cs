using Checkout.Shops;

namespace Checkout.Webhooks;

/// <summary>What became of one try to deliver a message.</summary>
/// <param name="Failure">Null when it was taken; otherwise why not, in words fit for a dead letter.</param>
public sealed record Delivery(string? Failure)
{
    public static Delivery Taken { get; } = new((string?)null);

    /// <summary>How long the server asks to be left alone; null when it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>To try again is of no use: it becomes a dead letter at once.</summary>
    public bool IsFinal { get; init; }

    /// <summary>It failed for what it is, and the server is well.</summary>
    public bool IsOfTheMessage { get; init; }

    /// <summary>The shop as the try has changed it; null when it did not.</summary>
    public Shop? Shop { get; init; }

    public bool IsTaken => Failure is null;

    public static Delivery Failed(string failure) => new(failure);
}
