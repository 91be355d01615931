using Checkout.Shops;

namespace Checkout.Payments;

/// <summary>
/// A payment gateway. Every call carries an idempotency key: the gateway does the work at most once per key and
/// answers a repeated key with its first answer. Implementations return outcomes and throw only for faults of their own.
/// </summary>
public interface IPaymentGateway
{
    Task<GatewayOutcome> Authorize(GatewayAuthorization authorization, CancellationToken cancellation);

    /// <summary>Charges part or all of an authorization.</summary>
    Task<GatewayOutcome> Capture(GatewayMovement capture, CancellationToken cancellation);

    Task<GatewayOutcome> Void(GatewayMovement @void, CancellationToken cancellation);

    /// <summary>Returns part or all of a capture.</summary>
    Task<GatewayOutcome> Refund(GatewayMovement refund, CancellationToken cancellation);

    /// <summary>
    /// What became of an authorization that needed the shopper (<see cref="GatewayOutcomeKind.NeedsAction"/>): succeeded,
    /// declined, or still in need. From then on the authorization's own key answers the same.
    /// </summary>
    Task<GatewayOutcome> Confirm(GatewayConfirmation confirmation, CancellationToken cancellation);

    /// <summary>
    /// What became of an earlier call; null when the gateway never heard of the key. Gateways forget keys (Stripe after
    /// 24 hours), so a call that was left unsettled for longer is looked up before it is repeated.
    /// </summary>
    Task<GatewayOutcome?> LookUp(GatewayLookUp lookUp, CancellationToken cancellation);
}

/// <param name="Token">What the shopper offered, or what the gateway named for charging the same tender again (<see cref="GatewayOutcome.ReusableToken"/>).</param>
/// <param name="Amount">Minor units.</param>
public sealed record GatewayAuthorization(
    GatewaySettings Gateway,
    string ShopIdentifier,
    string PublicOrderId,
    string PaymentId,
    string IdempotencyKey,
    string Token,
    long Amount,
    string Currency)
{
    public GatewayShopper Shopper { get; init; } = new();

    /// <summary>The order's number for people; 0 when it has none yet.</summary>
    public long OrderNumber { get; init; }

    /// <summary>The tender is to be kept, so that it can be charged for later orders.</summary>
    public bool Retain { get; init; }

    /// <summary>The shopper is not there to confirm anything: a kept tender is charged, or an order is changed after it was placed.</summary>
    public bool IsOffSession { get; init; }

    /// <summary>Where a shopper comes back to who pays on another site; null when the order does not know.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>When the intent was written; past a gateway's memory for keys, it is looked up before it is asked for again.</summary>
    public DateTimeOffset? IntendedAt { get; init; }
}

/// <param name="Reference">The gateway's id of the authorization (capture, void) or of the capture (refund).</param>
/// <param name="Amount">Minor units.</param>
public sealed record GatewayMovement(
    GatewaySettings Gateway,
    string ShopIdentifier,
    string PublicOrderId,
    string PaymentId,
    string IdempotencyKey,
    string Reference,
    long Amount,
    string Currency)
{
    /// <summary>The payment's tender, for gateways that keep no authorizations of their own (gift cards).</summary>
    public string Token { get; init; } = "";
}

/// <param name="IdempotencyKey">The key of the authorization.</param>
/// <param name="Reference">What the gateway answered to the authorization.</param>
public sealed record GatewayConfirmation(
    GatewaySettings Gateway,
    string ShopIdentifier,
    string PublicOrderId,
    string PaymentId,
    string IdempotencyKey,
    string Reference)
{
    /// <summary>
    /// The shopper has just confirmed on the gateway's own page, which is ours where the gateway is the test gateway:
    /// it has no other way to know. Gateways elsewhere know by themselves.
    /// </summary>
    public bool ByShopper { get; init; }

    /// <summary>
    /// Nobody is to confirm any more: the gateway drops the authorization and answers declined, or succeeded when the
    /// shopper was faster.
    /// </summary>
    public bool IsGivenUp { get; init; }
}

/// <param name="Kind">What the call was to do.</param>
/// <param name="IdempotencyKey">The key that it bore.</param>
/// <param name="Reference">The authorization or capture that it worked on; null for an authorization.</param>
public sealed record GatewayLookUp(
    GatewaySettings Gateway,
    string ShopIdentifier,
    string PublicOrderId,
    TransactionKind Kind,
    string IdempotencyKey,
    string? Reference)
{
    /// <summary>The payment's tender, for gateways that keep no authorizations of their own (gift cards).</summary>
    public string Token { get; init; } = "";
}

public enum GatewayOutcomeKind
{
    Succeeded,
    Declined,

    /// <summary>The shopper must confirm first (SCA).</summary>
    NeedsAction,

    /// <summary>Nobody knows: a time-out or a broken answer. Ask again with the same key.</summary>
    Unknown,
}

/// <summary>What a gateway answered.</summary>
public sealed record GatewayOutcome(GatewayOutcomeKind Kind)
{
    public string? Reference { get; init; }
    public string? Code { get; init; }
    public string? Message { get; init; }
    public string? ClientSecret { get; init; }
    public string? Brand { get; init; }
    public string? LastFour { get; init; }

    /// <summary>The first digits of a card's number, which name its bank.</summary>
    public string? Bin { get; init; }

    /// <summary>MM/YYYY.</summary>
    public string? Expiration { get; init; }

    /// <summary>
    /// By which the same tender can be authorized again, for this order or a later one, where the gateway takes the offered
    /// token only once; null when that token itself will do, or when the tender cannot be charged again.
    /// </summary>
    public string? ReusableToken { get; init; }

    /// <summary>What the gateway's fraud checks say, for the timeline, such as «risk elevated (67)»; null when they say nothing.</summary>
    public string? Risk { get; init; }

    public static GatewayOutcome Succeeded(string reference) => new(GatewayOutcomeKind.Succeeded) { Reference = reference };

    public static GatewayOutcome Declined(string code, string message) =>
        new(GatewayOutcomeKind.Declined) { Code = code, Message = message };

    public static GatewayOutcome NeedsAction(string reference, string clientSecret) =>
        new(GatewayOutcomeKind.NeedsAction) { Reference = reference, ClientSecret = clientSecret };

    public static GatewayOutcome Unknown(string message) => new(GatewayOutcomeKind.Unknown) { Message = message };
}

/// <summary>The gateway drivers that this host has, by name (test, stripe, gift_card).</summary>
public interface IPaymentGateways
{
    /// <summary>The driver; null when this host has none of that name.</summary>
    IPaymentGateway? Driver(string name);
}
