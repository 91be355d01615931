using Checkout.Orders;

namespace Checkout.Webhooks;

/// <summary>Whether a commit changed a placed order in what its subscribers see: everything but the program's own notes.</summary>
internal static class PlacedOrderChange
{
    public static bool IsOne(Order previous, Order next) =>
        previous.ProcessedAt is not null
        && next.ProcessedAt is not null
        && (Seen(previous) != Seen(next) || !Settled(previous).SequenceEqual(Settled(next)));

    /// <summary>A part that a decision left alone is the same object, so a new kind of state counts without being named here.</summary>
    private static Order Seen(Order order) =>
        order with
        {
            Version = 0,
            UpdatedAt = default,
            CommitId = "",
            EventCount = 0,
            TimelineLength = 0,
            NewTimeline = [],
            NewOutbox = [],
            Payments = [],
            Plugins = Unseen,
            Capture = null,
            AbandonedAt = null,
            Journal = null,
            OpenRefunds = [],
            PartsToOpen = [],
            Declines = 0,
            DeclinedAt = null,
            ProcessAttempts = 0,
            StockTaken = false,
            OwedStock = null,
            WakesAt = null,
            Notes = [],
            Certificates = [],
            Shipments = [],
            RefundedLines = [],
            SendReceipt = true,
        };

    private static readonly PluginState Unseen = new();

    /// <summary>What is only intended is told when it is settled.</summary>
    private static IEnumerable<(string, TransactionStatus)> Settled(Order order) =>
        order.Payments.SelectMany(payment => payment.Transactions).Where(t => t.IsSettled).Select(t => (t.Id, t.Status));
}
