using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkout.Orders;

/// <summary>
/// A payment on the order and every movement of its money. All amounts are derived from the transactions,
/// in minor units; nothing is kept twice.
/// </summary>
public sealed record Payment
{
    public required string Id { get; init; }
    public required string GatewayPublicId { get; init; }

    /// <summary>The gateway's token for the tender; kept out of logs and timelines.</summary>
    public required string Token { get; init; }

    /// <summary>The gateway's token for charging the tender again; kept as secret as <see cref="Token"/>.</summary>
    public string? ReusableToken { get; init; }

    /// <summary>What this payment contributes to the order, minor units.</summary>
    public long Amount { get; init; }

    /// <summary>What the client asked for; null takes what remains.</summary>
    public long? RequestedAmount { get; init; }

    /// <summary>The most it can contribute: a gift card's balance when it was added. Null is without limit.</summary>
    public long? Limit { get; init; }
    public required string Currency { get; init; }
    public string Type { get; init; } = PaymentTypes.CreditCard;
    public string DisplayString { get; init; } = "";
    public string Brand { get; init; } = "";
    public string LastFour { get; init; } = "";

    /// <summary>How people know the tender: what the client said, or else brand and last four; empty when neither is known.</summary>
    [JsonIgnore]
    public string Tender => string.IsNullOrWhiteSpace(DisplayString) ? $"{Brand} {LastFour}".Trim() : DisplayString;

    /// <summary>The first digits of a card's number; empty when the gateway does not tell.</summary>
    public string Bin { get; init; } = "";

    /// <summary>MM/YYYY; empty when it is not known.</summary>
    public string Expiration { get; init; } = "";
    public string Tag { get; init; } = "Credit";
    public bool Retain { get; init; }
    public string? WalletPayType { get; init; }
    public string? PublicPaymentMethodId { get; init; }
    public string? ExternalId { get; init; }
    public ImmutableDictionary<string, JsonElement> CustomAttributes { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
    public ImmutableDictionary<string, JsonElement> ExtraPaymentData { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
    public ImmutableArray<PaymentTransaction> Transactions { get; init; } = [];

    /// <summary>Disputes and the like, in the order in which they were heard of.</summary>
    public ImmutableArray<PaymentAlert> Alerts { get; init; } = [];
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was learned that the cardholder contests a charge; null when none is contested.</summary>
    public DateTimeOffset? DisputedAt { get; init; }

    [JsonIgnore]
    public long Authorized => Sum(TransactionKind.Authorize);

    [JsonIgnore]
    public long Captured => Sum(TransactionKind.Capture);

    [JsonIgnore]
    public long Voided => Sum(TransactionKind.Void);

    [JsonIgnore]
    public long Refunded => Sum(TransactionKind.Refund);

    /// <summary>
    /// Authorized and neither captured nor voided: what can still be captured. By authorization, since what was captured of
    /// one that has expired says nothing of the one in its place.
    /// </summary>
    [JsonIgnore]
    public long Held
    {
        get
        {
            var held = 0L;
            foreach (var authorization in Transactions)
                if (authorization is { Kind: TransactionKind.Authorize, Status: TransactionStatus.Succeeded, Expired: false })
                    held += Math.Max(0, authorization.Amount - SettledOf(authorization));
            return held;
        }
    }

    [JsonIgnore]
    public bool HasPending => Transactions.Any(t => t.Status is TransactionStatus.Pending);

    /// <summary>An authorization that the shopper has still to confirm: then money is held.</summary>
    [JsonIgnore]
    public bool AwaitsShopper => Transactions.Any(t => t.Status is TransactionStatus.NeedsAction);

    [JsonIgnore]
    public bool HasFailed => Transactions.Length > 0 && Authorized == 0 && Transactions.All(t => t.Status is TransactionStatus.Failed);

    /// <summary>The payment still counts toward what the shopper owes.</summary>
    [JsonIgnore]
    public bool Stands => Status is not (PaymentStatuses.Failed or PaymentStatuses.Voided);

    [JsonIgnore]
    public string Status =>
        Captured > 0 && Refunded >= Captured ? PaymentStatuses.Refunded
        : Refunded > 0 ? PaymentStatuses.PartiallyRefunded
        : Captured > 0 && Held > 0 ? PaymentStatuses.PartiallyCaptured
        : Captured > 0 ? PaymentStatuses.Captured
        : Authorized > 0 && Voided >= Authorized ? PaymentStatuses.Voided
        : Authorized > 0 ? PaymentStatuses.PreAuthed
        : HasFailed ? PaymentStatuses.Failed
        : PaymentStatuses.AwaitingPreAuth;

    /// <summary>
    /// What an authorization names to the gateway: the token that the shopper offered, until it has been used. It is the same
    /// for every try, since only movements before it count.
    /// </summary>
    public string TokenFor(PaymentTransaction authorization) =>
        ReusableToken is { } again
        && Transactions
            .TakeWhile(t => t.Id != authorization.Id)
            .Any(t => t is { Kind: TransactionKind.Authorize, Status: TransactionStatus.Succeeded })
            ? again
            : Token;

    public Payment With(PaymentTransaction transaction)
    {
        var index = Transactions.ToList().FindIndex(t => t.Id == transaction.Id);
        return this with { Transactions = index < 0 ? Transactions.Add(transaction) : Transactions.SetItem(index, transaction) };
    }

    /// <summary>What is left of an authorization, less what is being captured or voided right now.</summary>
    public long AvailableOf(PaymentTransaction authorization) =>
        authorization is { Kind: TransactionKind.Authorize, Status: TransactionStatus.Succeeded, Expired: false }
            ? authorization.Amount - TakenFrom(authorization)
            : 0;

    /// <summary>What is left of a capture, less what is being refunded right now.</summary>
    public long RefundableOf(PaymentTransaction capture) =>
        capture is { Kind: TransactionKind.Capture, Status: TransactionStatus.Succeeded } ? capture.Amount - TakenFrom(capture) : 0;

    private long TakenFrom(PaymentTransaction parent) =>
        Transactions
            .Where(t => t.ParentId == parent.Id && t.Kind is not TransactionKind.Authorize && t.Status is not TransactionStatus.Failed)
            .Sum(t => t.Amount);

    private long SettledOf(PaymentTransaction authorization)
    {
        var settled = 0L;
        foreach (var transaction in Transactions)
            if (
                transaction.ParentId == authorization.Id
                && transaction is { Kind: TransactionKind.Capture or TransactionKind.Void, Status: TransactionStatus.Succeeded }
            )
                settled += transaction.Amount;
        return settled;
    }

    private long Sum(TransactionKind kind)
    {
        var sum = 0L;
        foreach (var transaction in Transactions)
            if (transaction.Kind == kind && transaction is { Status: TransactionStatus.Succeeded, Expired: false })
                sum = checked(sum + transaction.Amount);
        return sum;
    }
}
