using Checkout.Gateways.Stripe;
using Checkout.Payments;
using Checkout.Shops;

namespace Checkout.Gateways;

/// <summary>Of the drivers here only Stripe sends notices.</summary>
internal sealed class GatewayNotices(StripeAccounts stripe, TimeProvider clock) : IGatewayNotices
{
    public string? SignatureHeader(string driver) =>
        string.Equals(driver, StripePaymentGateway.DriverName, StringComparison.Ordinal) ? StripeWebhook.SignatureHeader : null;

    public async Task<Result<GatewayNotice?>> Read(GatewaySettings gateway, string payload, string signature, CancellationToken cancellation) =>
        SignatureHeader(gateway.Driver) is null || await stripe.Secret(gateway, "webhook_secret", cancellation) is not { Length: > 0 } secret
            ? Problem.NotFound("The gateway takes no notices.") with { Field = "gateway" }
            : StripeWebhook.Verify(payload, signature, secret, clock.GetUtcNow());
}
