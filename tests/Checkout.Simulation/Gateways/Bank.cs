using Checkout.Orders;
using Checkout.Payments;
using Checkout.Simulation.Time;

namespace Checkout.Simulation.Gateways;

/// <summary>
/// What really became of the money: the other side of the books. It does each key's work once and forgets the key after a
/// day; its holds expire; people move money in its dashboard; it tells of what happened late, twice and out of order.
/// </summary>
internal sealed class Bank(Random chance, VirtualTime time, Faults faults)
{
    /// <summary>Then a key is a new one (Stripe: https://docs.stripe.com/api/idempotent_requests).</summary>
    private static readonly TimeSpan KeysAreKept = TimeSpan.FromHours(24);

    private readonly Dictionary<string, Hold> holds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Charge> charges = new(StringComparer.Ordinal);
    private readonly HashSet<string> usedTokens = new(StringComparer.Ordinal);
    private int number;

    /// <summary>
    /// As Stripe: what the first capture leaves over is released, a hold is released as a whole, a token is good for one hold.
    /// </summary>
    public bool CapturesOnce { get; } = chance.Next(2) == 0;

    /// <summary>It has no moods: a card is good each time that it is asked for.</summary>
    public bool DeclinesNobody { get; set; }

    /// <summary>Everything that was asked for, in order.</summary>
    public List<Movement> Movements { get; } = [];

    public IReadOnlyCollection<Hold> Holds => holds.Values;

    /// <summary>Told once each, to whoever listens.</summary>
    public Action<GatewayNotice>? Told { get; set; }

    public Dictionary<string, GatewayNotice> Notices { get; } = new(StringComparer.Ordinal);

    /// <summary>The bank answers nobody from the first until the second.</summary>
    public (DateTimeOffset From, DateTimeOffset Until) Outage { get; set; }

    public bool IsDown => time.GetUtcNow() >= Outage.From && time.GetUtcNow() < Outage.Until;

    public Movement? ByKey(string key, bool evenForgotten = false) =>
        Movements.FindLast(m => m.Key == key && (evenForgotten || time.GetUtcNow() - m.At < KeysAreKept));

    public GatewayOutcome Authorize(GatewayAuthorization asked, string key)
    {
        var again = holds.Values.Any(h => h.PaymentId == asked.PaymentId);
        var refusal = WhyNot(asked, again);
        if (refusal is not null)
            return Did(key, TransactionKind.Authorize, asked.PublicOrderId, asked.Amount, refusal);
        var hold = new Hold($"hold{++number}", key, asked.PublicOrderId, asked.PaymentId, asked.Amount)
        {
            AwaitsShopper = asked.Token.StartsWith("tok_action", StringComparison.Ordinal) && !again,
            ExpiresAt = time.GetUtcNow() + (chance.Next(10) == 0 ? TimeSpan.FromMinutes(1 + chance.Next(180)) : TimeSpan.FromDays(7)),
        };
        holds.Add(hold.Reference, hold);
        usedTokens.Add(asked.Token);
        if (!hold.AwaitsShopper)
            TellOfOwn(hold, hold.Reference, "payment_intent.amount_capturable_updated", tellsOfMoney: false);
        return Did(
            key,
            TransactionKind.Authorize,
            asked.PublicOrderId,
            asked.Amount,
            hold.AwaitsShopper ? GatewayOutcome.NeedsAction(hold.Reference, $"{hold.Reference}_secret") : Authorized(hold, asked.Token)
        );
    }

    public GatewayOutcome Capture(GatewayMovement asked, string key)
    {
        var hold = Current(asked.Reference);
        var refusal = hold switch
        {
            { AwaitsShopper: true } => GatewayOutcome.Declined("not_authorized", "Not confirmed."),
            { State: GatewayHoldState.Expired } => GatewayOutcome.Declined(GatewayCodes.AuthorizationExpired, "Expired."),
            { State: GatewayHoldState.Canceled } => GatewayOutcome.Declined(GatewayCodes.AuthorizationCanceled, "Released."),
            { State: GatewayHoldState.Closed } => GatewayOutcome.Declined(GatewayCodes.AuthorizationUsed, "Captured before."),
            _ => asked.Amount > hold.Left ? GatewayOutcome.Declined("over_captured", "More than was authorized.") : null,
        };
        if (refusal is not null)
            return Did(key, TransactionKind.Capture, asked.PublicOrderId, asked.Amount, refusal);
        var charge = Take(hold, asked.Amount, elsewhere: false);
        TellOfOwn(hold, charge.Reference, "charge.captured", tellsOfMoney: true);
        return Did(key, TransactionKind.Capture, asked.PublicOrderId, asked.Amount, GatewayOutcome.Succeeded(charge.Reference));
    }

    public GatewayOutcome Void(GatewayMovement asked, string key)
    {
        var hold = Current(asked.Reference);
        return Did(key, TransactionKind.Void, asked.PublicOrderId, asked.Amount, Released());

        GatewayOutcome Released()
        {
            if (hold.State is not GatewayHoldState.Open)
                return GatewayOutcome.Succeeded(hold.Reference);
            if (asked.Amount > hold.Left)
                return GatewayOutcome.Declined("over_voided", "More than is held.");
            if (CapturesOnce && asked.Amount < hold.Left)
                return GatewayOutcome.Declined("partial_void", "An authorization is released as a whole.");
            hold.Voided += asked.Amount;
            if (hold.Left == 0)
                hold.State = hold.Charges.Count > 0 ? GatewayHoldState.Closed : GatewayHoldState.Canceled;
            TellOfOwn(hold, hold.Reference, "payment_intent.canceled", tellsOfMoney: true);
            return GatewayOutcome.Succeeded(hold.Reference);
        }
    }

    public GatewayOutcome Refund(GatewayMovement asked, string key)
    {
        var charge = charges[asked.Reference];
        if (asked.Amount > charge.Amount - charge.Refunded)
            return Did(
                key,
                TransactionKind.Refund,
                asked.PublicOrderId,
                asked.Amount,
                GatewayOutcome.Declined("over_refunded", "More than was captured.")
            );
        var refund = GiveBack(charge, asked.Amount);
        TellOfOwn(charge.Hold, refund.Reference, "refund.created", tellsOfMoney: true);
        var outcome = GatewayOutcome.Succeeded(refund.Reference);
        Movements.Add(
            new Movement(key, TransactionKind.Refund, asked.PublicOrderId, asked.Amount, time.GetUtcNow())
            {
                Outcome = outcome,
                Refund = refund,
            }
        );
        return outcome;
    }

    /// <summary>As <see cref="IPaymentGateway.Confirm"/>.</summary>
    public GatewayOutcome Confirm(GatewayConfirmation asked)
    {
        var hold = Current(asked.Reference);
        if (hold.AwaitsShopper && asked.IsGivenUp)
        {
            hold.AwaitsShopper = false;
            hold.State = GatewayHoldState.Canceled;
        }

        return hold.AwaitsShopper ? GatewayOutcome.NeedsAction(hold.Reference, $"{hold.Reference}_secret") : Remember(hold, Known(hold));
    }

    /// <summary>The shopper confirms, or does not, in their bank's own window.</summary>
    public void Answer(Hold hold, bool confirms)
    {
        if (!hold.AwaitsShopper)
            return;
        hold.AwaitsShopper = false;
        if (!confirms)
            hold.State = GatewayHoldState.Canceled;
        Remember(hold, Known(hold));
        Tell(hold, hold.Reference, "payment_intent.amount_capturable_updated", tellsOfMoney: false);
    }

    public GatewayHold? Inspect(string reference)
    {
        var hold = Current(reference);
        return new GatewayHold(hold.State, hold.Captured, hold.Refunded) { ChargeReference = hold.Charges.LastOrDefault()?.Reference };
    }

    public GatewayOutcome? LookUp(GatewayLookUp asked)
    {
        if (ByKey(asked.IdempotencyKey, evenForgotten: true) is { } known)
            return known.Refund is { Failed: true } ? GatewayOutcome.Declined("refund_failed", "Could not be paid out.") : known.Outcome;
        return null;
    }

    /// <summary>Somebody charges a hold in the dashboard.</summary>
    public void CaptureElsewhere(Hold hold, long amount)
    {
        var charge = Take(hold, amount, elsewhere: true);
        faults.Count("captured in the dashboard");
        Tell(hold, charge.Reference, "charge.captured", tellsOfMoney: true);
    }

    /// <summary>Somebody releases a hold in the dashboard.</summary>
    public void VoidElsewhere(Hold hold)
    {
        hold.Voided = hold.Amount - hold.Captured;
        hold.State = hold.Charges.Count > 0 ? GatewayHoldState.Closed : GatewayHoldState.Canceled;
        faults.Count("voided in the dashboard");
        Tell(hold, hold.Reference, "payment_intent.canceled", tellsOfMoney: true);
    }

    /// <summary>Somebody refunds a charge in the dashboard.</summary>
    public void RefundElsewhere(Charge charge, long amount)
    {
        var refund = GiveBack(charge, amount);
        faults.Count("refunded in the dashboard");
        Tell(charge.Hold, refund.Reference, "charge.refunded", tellsOfMoney: true);
    }

    /// <summary>A refund that was taken cannot be paid out.</summary>
    public void Fail(Charge charge, Refund refund)
    {
        refund.Failed = true;
        faults.Count("refund failed late");
        Tell(charge.Hold, refund.Reference, "refund.updated", tellsOfMoney: true);
    }

    /// <summary>The issuer lets the hold go before its time; the gateway may or may not say so.</summary>
    public void Expire(Hold hold)
    {
        hold.State = GatewayHoldState.Expired;
        faults.Count("hold expired");
        if (chance.Next(2) == 0)
            Tell(hold, hold.Reference, "charge.expired", tellsOfMoney: true);
    }

    /// <summary>The hold as it is now.</summary>
    public Hold Current(string reference)
    {
        var hold = holds[reference];
        if (hold is { State: GatewayHoldState.Open, AwaitsShopper: false } && hold.ExpiresAt <= time.GetUtcNow())
            Expire(hold);
        return hold;
    }

    private GatewayOutcome? WhyNot(GatewayAuthorization asked, bool again)
    {
        var token = asked.Token;
        if (token.StartsWith("tok_decline", StringComparison.Ordinal) || chance.Next(16) == 0 && !DeclinesNobody)
            return GatewayOutcome.Declined(GatewayCodes.Declined, "Declined.");
        if (again && chance.Next(3) == 0 && !DeclinesNobody)
        {
            faults.Count("authorized again and declined");
            return GatewayOutcome.Declined(GatewayCodes.InsufficientFunds, "Not enough any more.");
        }

        if (CapturesOnce && token.StartsWith("tok_", StringComparison.Ordinal) && usedTokens.Contains(token))
            return GatewayOutcome.Declined(GatewayCodes.InvalidToken, "The token was used.");
        return token.StartsWith("tok_action", StringComparison.Ordinal) && asked.IsOffSession && !again
            ? GatewayOutcome.Declined("authentication_required", "The shopper must confirm.")
            : null;
    }

    private GatewayOutcome Known(Hold hold) =>
        hold.State switch
        {
            // What became of the rest does not undo that it was authorized.
            _ when hold.Charges.Count > 0 => Authorized(hold, "tok_action"),
            GatewayHoldState.Canceled => GatewayOutcome.Declined(GatewayCodes.AuthorizationCanceled, "Not confirmed."),
            GatewayHoldState.Expired => GatewayOutcome.Declined(GatewayCodes.AuthorizationExpired, "Expired."),
            _ => Authorized(hold, "tok_action"),
        };

    private GatewayOutcome Authorized(Hold hold, string token) =>
        GatewayOutcome.Succeeded(hold.Reference) with
        {
            ReusableToken = CapturesOnce && token.StartsWith("tok_", StringComparison.Ordinal) ? $"pm_{hold.PaymentId}" : null,
        };

    /// <summary>The authorization's own key answers the same from here on.</summary>
    private GatewayOutcome Remember(Hold hold, GatewayOutcome outcome)
    {
        if (ByKey(hold.Key, evenForgotten: true) is { Outcome.Kind: GatewayOutcomeKind.NeedsAction } asked)
            asked.Outcome = outcome;
        return outcome;
    }

    private GatewayOutcome Did(string key, TransactionKind kind, string order, long amount, GatewayOutcome outcome)
    {
        Movements.Add(new Movement(key, kind, order, amount, time.GetUtcNow()) { Outcome = outcome });
        return outcome;
    }

    private Charge Take(Hold hold, long amount, bool elsewhere)
    {
        var charge = new Charge($"charge{++number}", hold, amount, elsewhere);
        charges.Add(charge.Reference, charge);
        hold.Charges.Add(charge);
        if (CapturesOnce || hold.Left == 0)
            hold.State = GatewayHoldState.Closed;
        return charge;
    }

    private Refund GiveBack(Charge charge, long amount)
    {
        var refund = new Refund($"refund{++number}", amount);
        charge.Refunds.Add(refund);
        return refund;
    }

    /// <summary>Of what this program did the gateway tells as well; nobody needs it, and it must do no harm.</summary>
    private void TellOfOwn(Hold hold, string reference, string type, bool tellsOfMoney)
    {
        if (chance.Next(6) == 0)
            Tell(hold, reference, type, tellsOfMoney);
    }

    private void Tell(Hold hold, string reference, string type, bool tellsOfMoney)
    {
        var notice = new GatewayNotice(
            $"evt{++number}",
            type,
            World.ShopIdentifier,
            hold.Order,
            hold.PaymentId,
            reference,
            time.GetUtcNow()
        )
        {
            TellsOfMoney = tellsOfMoney,
        };
        Notices.Add(notice.EventId, notice);
        Told?.Invoke(notice);
    }
}
