using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Addresses;

namespace Checkout.Orders;

/// <summary>
/// The order: one immutable state from cart to fulfillment. A decision takes it and answers the next one;
/// it does no I/O, reads no clock and makes no id.
/// </summary>
public sealed record Order
{
    public const int CurrentSchema = 1;

    public int SchemaVersion { get; init; } = CurrentSchema;
    public required string PublicOrderId { get; init; }
    public required string ShopIdentifier { get; init; }
    public required long OrderId { get; init; }
    public required OrderCurrency Currency { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public DateTimeOffset? ProcessedAt { get; init; }
    public DateTimeOffset? CanceledAt { get; init; }

    /// <summary>When it was told that the order went out and was not paid; null when it was not.</summary>
    public DateTimeOffset? PaymentDueAt { get; init; }

    /// <summary>When subscribers were told that the shopper left; null when they were not.</summary>
    public DateTimeOffset? AbandonedAt { get; init; }

    /// <summary>When the person was taken off it; null while it knows them.</summary>
    public DateTimeOffset? ErasedAt { get; init; }
    public OrderStatus Status { get; init; }

    /// <summary>Counts commits; the first is 1.</summary>
    public long Version { get; init; }

    /// <summary>Number of the last event that subscribers were told of; only a shop with webhooks counts.</summary>
    public long EventCount { get; init; }

    /// <summary>Number of the last timeline entry.</summary>
    public long TimelineLength { get; init; }

    /// <summary>The id of the commit that wrote this state: tells a writer whose acknowledgement was lost that it won.</summary>
    public string CommitId { get; init; } = "";

    public string? PlatformOrderId { get; init; }

    /// <summary>The number that the platform's people know the order by; null when it named none.</summary>
    public string? PlatformFriendlyId { get; init; }

    /// <summary>
    /// The platform keeps the cart, and what it says the order costs is what it costs (docs/contract/backend.md#simple-orders).
    /// </summary>
    public bool IsSimple { get; init; }
    public string? CancelReason { get; init; }
    public Customer? Customer { get; init; }
    public Address? ShippingAddress { get; init; }

    /// <summary>Where else the order goes, each with an id; a line that goes there has a copy.</summary>
    public ImmutableArray<Address> FurtherShippingAddresses { get; init; } = [];
    public Address? BillingAddress { get; init; }
    public ImmutableArray<LineItem> LineItems { get; init; } = [];
    public ImmutableArray<OrderFee> Fees { get; init; } = [];
    public ImmutableArray<OrderDiscount> Discounts { get; init; } = [];
    public OrderShipping Shipping { get; init; } = new();

    /// <summary>The selected line came with the order instead of from the shop's rates (Create Order's shipping).</summary>
    public bool ShippingSupplied { get; init; }

    /// <summary>Null until taxes are generated for the first time.</summary>
    public OrderTaxes? Taxes { get; init; }
    public ImmutableArray<Payment> Payments { get; init; } = [];

    /// <summary>What its payments hold or have charged, minor units.</summary>
    [JsonIgnore]
    public long Covered => Payments.Sum(p => p.Held + p.Captured - p.Refunded);
    public PaymentPageStyles? PaymentPageStyles { get; init; }

    /// <summary>Null while no back office began an express payment.</summary>
    public WalletOrder? WalletOrder { get; init; }
    public OrderMetaData MetaData { get; init; } = new();
    public OrderCurrency? DisplayCurrency { get; init; }
    public string? GatewayCurrency { get; init; }
    public string? CartId { get; init; }

    /// <summary>The shop's remote state authority decides on the order.</summary>
    [JsonIgnore]
    public bool HasAuthority => Plugins.AuthorityCartId is not null;
    public string? LinkToCart { get; init; }
    public string? ResumableLink { get; init; }
    public string? FlowId { get; init; }
    public string ApiSessionId { get; init; } = "";
    public string CreatedVia { get; init; } = "checkout";
    public bool SendReceipt { get; init; } = true;
    public CreateOrderJournal? Journal { get; init; }
    public PluginState Plugins { get; init; } = new();

    /// <summary>When the order is charged, set for it alone or fixed when it was processed; null takes the shop's setting.</summary>
    public CaptureSettings? Capture { get; init; }

    /// <summary>The order that this one is a part of, its own id for the first part; null for an order that is whole.</summary>
    public string? SplitFrom { get; init; }

    /// <summary>
    /// The parts after the first, in which the platform has the order; each is an order once <see cref="SplitFrom"/> is set.
    /// </summary>
    public ImmutableArray<SplitPart> SplitInto { get; init; } = [];

    /// <summary>Parts that are no longer in this order and still to be added to the store.</summary>
    public ImmutableArray<Order> PartsToOpen { get; init; } = [];

    /// <summary>The id under which gateways know its money: that of the order it was placed as.</summary>
    [JsonIgnore]
    public string MoneyOrderId => SplitFrom ?? PublicOrderId;

    /// <summary>Entries recorded since the last commit; the store appends them in the same group write.</summary>
    [JsonIgnore]
    public ImmutableArray<TimelineEntry> NewTimeline { get; init; } = [];

    /// <summary>Messages to be sent, recorded since the last commit; the store adds them in the same group write.</summary>
    [JsonIgnore]
    public ImmutableArray<OutboxMessage> NewOutbox { get; init; } = [];

    /// <summary>What people of the back office wrote, oldest first.</summary>
    public ImmutableArray<OrderNote> Notes { get; init; } = [];

    /// <summary>What was shipped, oldest first.</summary>
    public ImmutableArray<Shipment> Shipments { get; init; } = [];

    /// <summary>The lines of those refunds that were made for lines.</summary>
    public ImmutableArray<RefundedLines> RefundedLines { get; init; } = [];

    /// <summary>Gift cards that the order sold, from when it is known which they are.</summary>
    public ImmutableArray<BoughtCertificate> Certificates { get; init; } = [];

    /// <summary>
    /// When a wake-up that is written already looks at the order and its outbox; letters that are committed well before it need none
    /// of their own. Null when there is none.
    /// </summary>
    [JsonIgnore]
    public DateTimeOffset? WakesAt { get; init; }

    /// <summary>Refunds whose returned units or notice are still to be seen to.</summary>
    public ImmutableArray<OpenRefund> OpenRefunds { get; init; } = [];

    /// <summary>Authorizations that were declined, whatever became of their payments.</summary>
    public int Declines { get; init; }
    public DateTimeOffset? DeclinedAt { get; init; }

    /// <summary>How often processing was begun; names the stock moves of each try.</summary>
    public int ProcessAttempts { get; init; }

    /// <summary>True while units are taken from stock for the order, from the moment that the first is about to be.</summary>
    public bool StockTaken { get; init; }

    /// <summary>Null when no units are to go back into stock.</summary>
    public OwedStock? OwedStock { get; init; }

    /// <summary>Processed or canceled: cart, addresses and totals stay as they are.</summary>
    [JsonIgnore]
    public bool IsFinal => Status is OrderStatus.Processed or OrderStatus.Canceled;

    /// <summary>
    /// Among the shop's open orders. One that a Create Order is making is not, unless the commands end before it is
    /// final.
    /// </summary>
    [JsonIgnore]
    public bool IsListed => !IsFinal && (Journal is null or { IsFinished: true } || Journal.Commands.Any(c => c.Failures > 0));

    /// <summary>Why the cart, addresses and payments can no longer be changed; null while they can.</summary>
    [JsonIgnore]
    public Problem? ClosedBecause =>
        Status switch
        {
            // What was charged is what the order says: after a capture its total stays as it is.
            OrderStatus.Open
                when Payments.Any(p =>
                    p.Transactions.Any(t => t is { Kind: TransactionKind.Capture, Status: not TransactionStatus.Failed })
                ) => Problem.Order("payments", "A payment was captured, so the order can no longer be changed.", "captured"),
            OrderStatus.Open => null,
            OrderStatus.Processing => Problem.Locked(),
            _ => Problem.Processed(),
        };

    /// <summary>As it would be had it not been placed: to see what a change would make of it, never to be kept.</summary>
    public Order AsIfOpen() => this with { Status = OrderStatus.Open };

    public Payment? Payment(string id) => Payments.FirstOrDefault(payment => payment.Id == id);

    public Order With(Payment payment)
    {
        var index = Payments.ToList().FindIndex(p => p.Id == payment.Id);
        return this with { Payments = index < 0 ? Payments.Add(payment) : Payments.SetItem(index, payment) };
    }

    /// <summary>False when nothing is shipped, or when the shopper picks the order up (flag_order_as_bopis).</summary>
    [JsonIgnore]
    public bool RequiresShipping =>
        !(Plugins.Bopis is { Enabled: true } bopis && bopis.HiddenSections.GetValueOrDefault("shipping_address"))
        && LineItems.Any(line => line.RequiresShipping);

    public LineItem? Line(string key) => LineItems.FirstOrDefault(line => line.Key == key);

    /// <summary>Appends to the timeline.</summary>
    public Order Record(
        string @event,
        Occasion occasion,
        long? amount = null,
        string? paymentId = null,
        string? gatewayReference = null,
        string? detail = null
    ) =>
        this with
        {
            TimelineLength = TimelineLength + 1,
            NewTimeline = NewTimeline.Add(
                new TimelineEntry
                {
                    Number = TimelineLength + 1,
                    Event = @event,
                    At = occasion.At,
                    Actor = occasion.Actor,
                    Version = Version + 1,
                    Amount = amount,
                    PaymentId = paymentId,
                    GatewayReference = gatewayReference,
                    Detail = detail,
                }
            ),
        };

    /// <summary>Puts a message into the outbox.</summary>
    public Order Send(OutboxMessage message) => this with { NewOutbox = NewOutbox.Add(message) };
}
