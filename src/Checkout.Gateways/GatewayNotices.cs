using System.Net;
using Checkout.Gateways.Stripe;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Shops;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Stripe;

namespace Checkout.Gateways;

/// <summary>Of the drivers here only Stripe sends notices.</summary>
internal sealed class GatewayNotices(StripeAccounts stripe, TimeProvider clock) : IGatewayNotices
{
    public string? SignatureHeader(string driver) =>
        string.Equals(driver, StripePaymentGateway.DriverName, StringComparison.Ordinal) ? StripeWebhook.SignatureHeader : null;

    public async Task<Result<GatewayNotice?>> Read(
        GatewaySettings gateway,
        string payload,
        string signature,
        CancellationToken cancellation
    )
    {
        if (
            SignatureHeader(gateway.Driver) is null
            || await stripe.Secret(gateway, "webhook_secret", cancellation) is not { Length: > 0 } secret
        )
            return Problem.NotFound("The gateway takes no notices.") with { Field = "gateway" };
        var read = StripeWebhook.Read(payload, signature, secret, clock.GetUtcNow());
        if (!read.Succeeded)
            return read.Cast<GatewayNotice?>();
        var happened = read.Value;
        var about = happened.Data.Object;
        if (StripeAlerts.IntentOf(about) is { } alerted)
            return await Ask(
                gateway,
                happened,
                alerted,
                alerted,
                async (client, stop) => await StripeAlerts.AlertOf(about, client, stop),
                cancellation
            );
        if (StripeWebhook.Notice(happened) is { } notice)
            return notice;
        return StripeWebhook.UnmarkedRefund(happened) is { } refund
            ? await Ask(gateway, happened, refund.PaymentIntentId, refund.Id, (_, _) => Task.FromResult<PaymentAlert?>(null), cancellation)
            : (GatewayNotice?)null;
    }

    /// <summary>
    /// Stripe tells whose the intent is, and how an alert is now; it has our time and not the caller's patience. Null when the
    /// intent is of no order of ours. Refused (upstream): Stripe does not say.
    /// </summary>
    private async Task<Result<GatewayNotice?>> Ask(
        GatewaySettings gateway,
        Event happened,
        string intentId,
        string reference,
        Func<IStripeClient, CancellationToken, Task<PaymentAlert?>> alert,
        CancellationToken cancellation
    )
    {
        if (await stripe.Find(gateway, cancellation) is not { } account)
            return Problem.NotFound("The gateway is not set up.") with { Field = "gateway" };
        using var patience = new CancellationTokenSource(account.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            var intent = await new PaymentIntentService(account.Client).GetAsync(intentId, cancellationToken: either.Token);
            return StripeWebhook.Notice(happened, reference, intent.Metadata) is { } notice
                ? notice with
                {
                    Alert = await alert(account.Client, either.Token),
                }
                : (GatewayNotice?)null;
        }
        catch (StripeException fault) when (fault.HttpStatusCode == HttpStatusCode.NotFound)
        {
            return (GatewayNotice?)null;
        }
        catch (Exception fault)
            when (fault is StripeException or HttpRequestException or IOException or BrokenCircuitException or TimeoutRejectedException
                || (fault is OperationCanceledException && !cancellation.IsCancellationRequested)
            )
        {
            return Problem.Upstream("gateway", "Stripe does not say what the notice is about.");
        }
    }
}
