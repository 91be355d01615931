using Checkout.Faults;
using Checkout.Payments;

namespace Checkout.Gateways;

/// <summary>Lets a test end the process right before and right after a gateway is asked.</summary>
internal sealed class CrashingGateway(IPaymentGateway gateway, ICrashPoints points) : IPaymentGateway
{
    public Task<GatewayOutcome> Authorize(GatewayAuthorization authorization, CancellationToken cancellation) =>
        Between(CrashPoint.BeforeGatewayAuthorize, () => gateway.Authorize(authorization, cancellation), CrashPoint.AfterGatewayAuthorize);

    public Task<GatewayOutcome> Capture(GatewayMovement capture, CancellationToken cancellation) =>
        Between(CrashPoint.BeforeGatewayCapture, () => gateway.Capture(capture, cancellation), CrashPoint.AfterGatewayCapture);

    public Task<GatewayOutcome> Void(GatewayMovement @void, CancellationToken cancellation) =>
        Between(CrashPoint.BeforeGatewayVoid, () => gateway.Void(@void, cancellation), CrashPoint.AfterGatewayVoid);

    public Task<GatewayOutcome> Refund(GatewayMovement refund, CancellationToken cancellation) =>
        Between(CrashPoint.BeforeGatewayRefund, () => gateway.Refund(refund, cancellation), CrashPoint.AfterGatewayRefund);

    public Task<GatewayOutcome> Confirm(GatewayConfirmation confirmation, CancellationToken cancellation) =>
        Between(CrashPoint.BeforeGatewayConfirm, () => gateway.Confirm(confirmation, cancellation), CrashPoint.AfterGatewayConfirm);

    public Task<GatewayOutcome?> LookUp(GatewayLookUp lookUp, CancellationToken cancellation) => gateway.LookUp(lookUp, cancellation);

    public Task<GatewayHold?> Inspect(GatewayLookUp hold, CancellationToken cancellation) => gateway.Inspect(hold, cancellation);

    private async Task<GatewayOutcome> Between(string before, Func<Task<GatewayOutcome>> ask, string after)
    {
        points.Reach(before);
        var outcome = await ask();
        points.Reach(after);
        return outcome;
    }
}
