using Checkout.Orders;

namespace Checkout.Stores;

/// <summary>
/// A note that work must go on at a time, whatever happens to the process. Written before the commit that makes the
/// work (a wake-up without work is harmless), deleted after the work is done.
/// </summary>
/// <param name="Attempt">0 the first time; grows when the work had to be put off.</param>
public sealed record WakeUp(string PublicOrderId, string Kind, DateTimeOffset Due, int Attempt = 0)
{
    /// <summary>The order's, for those who look at one shop's work; null in notes from before it was kept.</summary>
    public string? Shop { get; init; }

    /// <summary>When the work was due first; null while it was not put off.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Why it was put off (<see cref="PutOffReasons"/>); null while it was not.</summary>
    public string? Reason { get; init; }

    public static WakeUp Of(Order order, string kind, DateTimeOffset due) =>
        new(order.PublicOrderId, kind, due) { Shop = order.ShopIdentifier };
}
