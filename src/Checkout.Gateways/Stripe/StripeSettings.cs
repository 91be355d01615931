using System.Collections.Immutable;
using Checkout.Shops;

namespace Checkout.Gateways.Stripe;

/// <summary>
/// How a shop wants to be paid through Stripe (docs/payments.md): <c>payment_method_types</c> (card unless it says others,
/// with commas between them), <c>statement_descriptor_suffix</c>, <c>return_url</c> for methods that lead to another site,
/// <c>receipts</c> (off when Stripe is to send none) and <c>card_reuse</c> (order: a card may be authorized again for the
/// same order, to top up or renew a hold; Stripe then keeps it with a customer).
/// </summary>
internal sealed record StripeSettings(
    ImmutableArray<string> PaymentMethodTypes,
    string? StatementDescriptorSuffix,
    string? ReturnUrl,
    bool SendsReceipts,
    bool ReusesCards
)
{
    private const int LongestSuffix = 22;

    /// <param name="orderReturnsTo">Where the order itself says a shopper comes back to; the gateway's own setting goes first.</param>
    public static StripeSettings Of(GatewaySettings gateway, string? orderReturnsTo)
    {
        var types = GatewayForm.MethodTypes(gateway, orderReturnsTo);
        return new StripeSettings(
            types,
            Suffix(gateway.Settings.GetValueOrDefault("statement_descriptor_suffix", "")),
            types.Any(GatewayForm.LeadsAway) ? GatewayForm.ReturnUrl(gateway, orderReturnsTo) : null,
            gateway.Settings.GetValueOrDefault("receipts") != "off",
            gateway.Settings.GetValueOrDefault("card_reuse") == "order"
        );
    }

    /// <summary>
    /// As card networks take it (https://docs.stripe.com/get-started/account/statement-descriptors); a payment is not lost over it.
    /// </summary>
    private static string? Suffix(string setting)
    {
        var text = string.Concat(setting.Where(c => c is >= ' ' and <= '~' and not ('<' or '>' or '\\' or '\'' or '"' or '*'))).Trim();
        text = text.Length > LongestSuffix ? text[..LongestSuffix].Trim() : text;
        return text.Any(char.IsAsciiLetter) ? text : null;
    }
}
