using Checkout.Catalog;
using Checkout.CreateOrder;
using Checkout.Customers;
using Checkout.GiftCards;
using Checkout.Orders;
using Checkout.WakeUps;
using Checkout.Webhooks;

namespace Checkout.Simulation.Storage;

/// <summary>What is in the store: it outlives every process of the world.</summary>
internal sealed class Tables
{
    public Dictionary<string, (byte[] Document, int ETag, List<TimelineEntry> Timeline, Dictionary<string, IdempotentAnswer> Answers, List<OutboxMessage> Outbox)> Orders { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, KeyClaim> Keys { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, Product> Products { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, long> Stock { get; } = new(StringComparer.Ordinal);
    public HashSet<string> StockMoves { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, CustomerRecord> Customers { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, GiftCard> GiftCards { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, long> GiftCardMoves { get; } = new(StringComparer.Ordinal);
    public HashSet<string> DiscountUses { get; } = new(StringComparer.Ordinal);
    public Dictionary<(string Order, string Kind, DateTimeOffset Due, int Attempt), WakeUp> WakeUps { get; } = [];
    public HashSet<string> Open { get; } = new(StringComparer.Ordinal);

    public IEnumerable<Order> AllOrders => Orders.Values.Select(row => OrderDocument.Read(row.Document));
}
