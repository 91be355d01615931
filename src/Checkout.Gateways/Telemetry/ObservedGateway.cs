using System.Diagnostics;
using Checkout.Payments;

namespace Checkout.Gateways.Telemetry;

/// <summary>Counts and traces what a gateway is asked. Neither tokens nor shoppers appear.</summary>
internal sealed class ObservedGateway(IPaymentGateway gateway, string driver, GatewayTelemetry telemetry) : IPaymentGateway
{
    public Task<GatewayOutcome> Authorize(GatewayAuthorization authorization, CancellationToken cancellation) =>
        Observe("authorize", authorization.PublicOrderId, () => gateway.Authorize(authorization, cancellation));

    public Task<GatewayOutcome> Capture(GatewayMovement capture, CancellationToken cancellation) =>
        Observe("capture", capture.PublicOrderId, () => gateway.Capture(capture, cancellation));

    public Task<GatewayOutcome> Void(GatewayMovement @void, CancellationToken cancellation) =>
        Observe("void", @void.PublicOrderId, () => gateway.Void(@void, cancellation));

    public Task<GatewayOutcome> Refund(GatewayMovement refund, CancellationToken cancellation) =>
        Observe("refund", refund.PublicOrderId, () => gateway.Refund(refund, cancellation));

    public Task<GatewayOutcome> Confirm(GatewayConfirmation confirmation, CancellationToken cancellation) =>
        Observe("confirm", confirmation.PublicOrderId, () => gateway.Confirm(confirmation, cancellation));

    public Task<GatewayOutcome?> LookUp(GatewayLookUp lookUp, CancellationToken cancellation) =>
        ObserveAny("look_up", lookUp.PublicOrderId, () => gateway.LookUp(lookUp, cancellation));

    public async Task<GatewayHold?> Inspect(GatewayLookUp hold, CancellationToken cancellation)
    {
        GatewayHold? seen = null;
        await ObserveAny(
            "inspect",
            hold.PublicOrderId,
            async () =>
            {
                seen = await gateway.Inspect(hold, cancellation);
                return seen is null
                    ? null
                    : new GatewayOutcome(
                        seen.State is GatewayHoldState.Unknown ? GatewayOutcomeKind.Unknown : GatewayOutcomeKind.Succeeded
                    );
            }
        );
        return seen;
    }

    private async Task<GatewayOutcome> Observe(string operation, string publicOrderId, Func<Task<GatewayOutcome>> ask) =>
        (await ObserveAny(operation, publicOrderId, async () => await ask()))!;

    private async Task<GatewayOutcome?> ObserveAny(string operation, string publicOrderId, Func<Task<GatewayOutcome?>> ask)
    {
        using var activity = telemetry.Activities.StartActivity($"gateway {operation}", ActivityKind.Client);
        activity?.SetTag("checkout.gateway.driver", driver);
        activity?.SetTag("checkout.public_order_id", publicOrderId);
        var answer = "fault";
        string? code = null;
        try
        {
            var outcome = await ask();
            answer = outcome?.Kind.ToString().ToLowerInvariant() ?? "unheard";
            code = outcome?.Code;
            return outcome;
        }
        finally
        {
            activity?.SetTag("checkout.gateway.outcome", answer);
            activity?.SetTag("checkout.gateway.code", code);
            telemetry.Outcomes.Add(
                1,
                new("driver", driver),
                new("operation", operation),
                new("outcome", answer),
                new("code", code ?? "none")
            );
        }
    }
}
