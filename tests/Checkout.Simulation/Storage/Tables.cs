using Checkout.Catalog;
using Checkout.Letters;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.Simulation.Storage;

/// <summary>What is in the store: it outlives every process of the world.</summary>
internal sealed class Tables
{
    public Dictionary<string, OrderRows> Orders { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, KeyClaim> Keys { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, Product> Products { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, long> Stock { get; } = new(StringComparer.Ordinal);
    public HashSet<string> StockMoves { get; } = new(StringComparer.Ordinal);

    /// <summary>Moves that were ended before they were made.</summary>
    public HashSet<string> ClosedMoves { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, CustomerRecord> Customers { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, GiftCard> GiftCards { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, long> GiftCardMoves { get; } = new(StringComparer.Ordinal);
    public HashSet<string> DiscountUses { get; } = new(StringComparer.Ordinal);
    public Dictionary<(string Order, string Kind, long Due, int Attempt), WakeUp> WakeUps { get; } = [];

    /// <summary>What the platform took in, by public order id.</summary>
    public Dictionary<string, string> PlatformOrders { get; } = new(StringComparer.Ordinal);

    /// <summary>Every message that was ever put into an outbox, and every one that its receiver took.</summary>
    public HashSet<string> Sent { get; } = new(StringComparer.Ordinal);
    public HashSet<string> Delivered { get; } = new(StringComparer.Ordinal);
    public List<DeadLetter> DeadLetters { get; } = [];

    /// <summary>What the mail server took, by message: the same message again is the same letter.</summary>
    public Dictionary<string, (string Order, Letter Letter)> Letters { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Open { get; } = new(StringComparer.Ordinal);

    public IEnumerable<Order> AllOrders => Orders.Values.Select(rows => rows.State);
}

/// <summary>An order's partition.</summary>
internal sealed record OrderRows(Order State, int ETag)
{
    public List<TimelineEntry> Timeline { get; } = [];
    public Dictionary<string, IdempotentAnswer> Answers { get; } = new(StringComparer.Ordinal);
    public List<OutboxMessage> Outbox { get; } = [];
}
