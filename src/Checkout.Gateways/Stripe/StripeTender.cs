using Stripe;

namespace Checkout.Gateways.Stripe;

/// <summary>
/// What a payment's token is at Stripe: something that Elements made (<c>pm_…</c>, <c>ctoken_…</c>, of older forms
/// <c>tok_…</c>), used once, or a kept card, which Stripe charges again only together with the customer it belongs to
/// (<c>cus_…/pm_…</c>, a spelling of our own).
/// </summary>
/// <param name="Customer">The Stripe customer that the method is attached to; null for one that is used once.</param>
internal readonly record struct StripeTender(string Token, string? Customer)
{
    private const char Divider = '/';

    public static StripeTender Of(string token) =>
        token.StartsWith("cus_", StringComparison.Ordinal) && token.IndexOf(Divider) is > 0 and var at
            ? new StripeTender(token[(at + 1)..], token[..at])
            : new StripeTender(token, null);

    /// <summary>The token of the method that paid; null when it is attached to nobody, and Stripe takes it no second time.</summary>
    public static string? Reusable(PaymentIntent intent) =>
        intent is { CustomerId: { Length: > 0 } customer, PaymentMethodId: { Length: > 0 } method } ? $"{customer}{Divider}{method}" : null;
}
