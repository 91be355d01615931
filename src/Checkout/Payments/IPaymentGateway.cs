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

    /// <summary>
    /// What became of an authorization, whoever moved its money (<see cref="GatewayLookUp.Reference"/> names it). Null when
    /// money at this gateway is moved by this program only.
    /// </summary>
    Task<GatewayHold?> Inspect(GatewayLookUp hold, CancellationToken cancellation) => Task.FromResult<GatewayHold?>(null);
}
