using System.Net;
using Checkout.Gateways.Stripe;
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

    public async Task<Result<GatewayNotice?>> Read(GatewaySettings gateway, string payload, string signature, CancellationToken cancellation)
    {
        if (SignatureHeader(gateway.Driver) is null || await stripe.Secret(gateway, "webhook_secret", cancellation) is not { Length: > 0 } secret)
            return Problem.NotFound("The gateway takes no notices.") with { Field = "gateway" };
        var read = StripeWebhook.Verify(payload, signature, secret, clock.GetUtcNow());
        return read is { Succeeded: true, Value: null } && StripeWebhook.Unmarked(payload) is { } unmarked
            ? await Find(gateway, unmarked, cancellation)
            : read;
    }

    /// <summary>By the metadata of the payment that it is about. Refused (upstream): Stripe does not say.</summary>
    private async Task<Result<GatewayNotice?>> Find(GatewaySettings gateway, UnmarkedEvent unmarked, CancellationToken cancellation)
    {
        if (await stripe.Find(gateway, cancellation) is not { } account)
            return (GatewayNotice?)null;
        try
        {
            var intent = await new PaymentIntentService(account.Client).GetAsync(unmarked.IntentId, cancellationToken: cancellation);
            return unmarked.Of(intent.Metadata);
        }
        catch (StripeException fault) when (fault.HttpStatusCode == HttpStatusCode.NotFound)
        {
            return (GatewayNotice?)null;
        }
        catch (Exception fault) when (fault is StripeException or HttpRequestException or IOException or TimeoutRejectedException or BrokenCircuitException)
        {
            return Problem.Upstream("reference", "Stripe does not say what the event is about.");
        }
    }
}
