namespace Checkout.Payments;

/// <summary>
/// What a gateway says has become of an authorization, whoever moved the money: this program, the gateway's dashboard, or
/// a bank. Minor units of the payment's currency.
/// </summary>
/// <param name="Captured">All that was charged of it.</param>
/// <param name="Refunded">All that went back of what was charged.</param>
public sealed record GatewayHold(GatewayHoldState State, long Captured, long Refunded)
{
    public static readonly GatewayHold Unknown = new(GatewayHoldState.Unknown, 0, 0);

    /// <summary>The gateway's id of the charge; null when nothing was charged.</summary>
    public string? ChargeReference { get; init; }

    /// <summary>The cardholder contests the charge, or did.</summary>
    public bool IsDisputed { get; init; }
}
