using Checkout.Payments;

namespace Checkout.Simulation.Gateways;

/// <summary>An authorization as the bank keeps it, and all that became of it. Minor units.</summary>
internal sealed class Hold(string reference, string key, string order, string paymentId, long amount)
{
    public string Reference => reference;
    public string Key => key;
    public string Order => order;
    public string PaymentId => paymentId;
    public long Amount => amount;

    /// <summary>Whoever confirms it: until then nothing is held.</summary>
    public bool AwaitsShopper { get; set; }
    public GatewayHoldState State { get; set; } = GatewayHoldState.Open;
    public long Voided { get; set; }
    public List<Charge> Charges { get; } = [];
    public DateTimeOffset? ExpiresAt { get; set; }

    public long Captured => Charges.Sum(c => c.Amount);
    public long Refunded => Charges.Sum(c => c.Refunded);

    /// <summary>What can still be captured.</summary>
    public long Left => State is GatewayHoldState.Open && !AwaitsShopper ? amount - Voided - Captured : 0;
}

/// <param name="Elsewhere">Made in the dashboard.</param>
internal sealed record Charge(string Reference, Hold Hold, long Amount, bool Elsewhere)
{
    public List<Refund> Refunds { get; } = [];
    public long Refunded => Refunds.Where(r => !r.Failed).Sum(r => r.Amount);
}

internal sealed class Refund(string reference, long amount)
{
    public string Reference => reference;
    public long Amount => amount;

    /// <summary>The bank took it and could not pay it out.</summary>
    public bool Failed { get; set; }
}
