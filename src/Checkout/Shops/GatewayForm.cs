using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Checkout.Shops;

/// <summary>How a gateway takes a card from a shopper's browser, in the words that its page and script share (docs/payments.md).</summary>
/// <param name="Type">stripe, or bold_test for the test gateway, as checkout pages call it.</param>
/// <param name="PublishableKey">For Stripe in the browser; empty otherwise.</param>
/// <param name="PaymentMethodTypes">What Stripe is asked for and its form offers: the same, or Stripe refuses the payment.</param>
public sealed record GatewayForm(string Type, string PublishableKey, ImmutableArray<string> PaymentMethodTypes)
{
    public const string Stripe = "stripe";
    public const string Test = "bold_test";
    private const string PublishablePrefix = "pk_";

    /// <summary>
    /// Methods that can be held first and captured later (https://docs.stripe.com/payments/place-a-hold-on-a-payment-method),
    /// and whether they lead to another site.
    /// </summary>
    private static readonly FrozenDictionary<string, bool> Holdable = new Dictionary<string, bool>(StringComparer.Ordinal)
    {
        ["card"] = false,
        ["link"] = false,
        ["affirm"] = true,
        ["afterpay_clearpay"] = true,
        ["amazon_pay"] = true,
        ["cashapp"] = true,
        ["klarna"] = true,
        ["mobilepay"] = true,
        ["paypal"] = true,
        ["revolut_pay"] = true,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A form in a frame cannot lead its page to another site.</summary>
    public GatewayForm InFrame => this with { PaymentMethodTypes = OrCard(PaymentMethodTypes.Where(type => !Holdable[type])) };

    /// <summary>
    /// Null for a gateway that has no form of ours: another driver, or Stripe without a publishable key. What a setting
    /// named otherwise begins with is shown to no browser: it might be the secret key.
    /// </summary>
    public static GatewayForm? Of(GatewaySettings gateway, string? orderReturnsTo) =>
        gateway.Driver switch
        {
            "test" => new GatewayForm(Test, "", []),
            "stripe" when PublishableKeyOf(gateway) is { } key => new GatewayForm(Stripe, key, MethodTypes(gateway, orderReturnsTo)),
            _ => null,
        };

    private static string? PublishableKeyOf(GatewaySettings gateway) =>
        gateway.Settings.GetValueOrDefault("publishable_key") is { } key && key.StartsWith(PublishablePrefix, StringComparison.Ordinal)
            ? key
            : null;

    /// <summary>
    /// The setting <c>payment_method_types</c>, without methods that cannot be held, or that lead away while nothing leads
    /// back.
    /// </summary>
    public static ImmutableArray<string> MethodTypes(GatewaySettings gateway, string? orderReturnsTo)
    {
        var back = ReturnUrl(gateway, orderReturnsTo);
        return OrCard(
            gateway
                .Settings.GetValueOrDefault("payment_method_types", "card")
                .Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Distinct(StringComparer.Ordinal)
                .Where(type => Holdable.TryGetValue(type, out var leaves) && (!leaves || back is not null))
        );
    }

    /// <summary>
    /// Where a shopper comes back to: the gateway's own setting goes before the order's link. Null when neither is there.
    /// </summary>
    public static string? ReturnUrl(GatewaySettings gateway, string? orderReturnsTo) =>
        gateway.Settings.GetValueOrDefault("return_url") is { Length: > 0 } own ? own
        : orderReturnsTo is { Length: > 0 } ? orderReturnsTo
        : null;

    public static bool LeadsAway(string type) => Holdable.GetValueOrDefault(type);

    private static ImmutableArray<string> OrCard(IEnumerable<string> types) =>
        types.ToImmutableArray() is { IsEmpty: false } some ? some : ["card"];
}
