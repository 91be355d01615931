using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.Frame;
using Checkout.Http.Storefront;
using Checkout.Orders;

namespace Checkout.Http.PaymentFrame;

/// <summary>
/// Keeps the rules that make the payment page look like the shop (docs/contract/payments.md#styles). The page's content
/// security policy keeps a rule from loading anything.
/// </summary>
public sealed class StylePaymentPageEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var styles = (await call.Read<StylePaymentPageRequest>()).Then(StylePaymentPageRequest.Check);
        if (!styles.Succeeded)
            return styles.Problems;
        var changed = await orders.Change(
            call,
            (order, _, _) => order.ClosedBecause is { } closed ? closed : order with { PaymentPageStyles = styles.Value }
        );
        return Reply.Of(changed, order => new StyledPaymentPage(StyleSheet.Of(order.PaymentPageStyles)));
    }
}

public sealed record StylePaymentPageRequest(ImmutableArray<StyleRule?>? CssRules, ImmutableArray<StyleMediaRequest?>? MediaRules)
{
    /// <summary>Of all rules together, in characters: the order carries them.</summary>
    private const int Limit = 32 * 1024;

    internal static Result<PaymentPageStyles> Check(StylePaymentPageRequest request)
    {
        var rules = Texts(request.CssRules);
        var media = Given(request.MediaRules)
            .Select(m => new MediaStyles(m?.ConditionText ?? "", Texts(m?.CssRules)))
            .Where(m => !m.Rules.IsEmpty)
            .ToImmutableArray();
        var length = rules.Sum(r => r.Length) + media.Sum(m => m.Condition.Length + m.Rules.Sum(r => r.Length));
        return new Fields()
            .Check(length <= Limit, "css_rules", $"The rules are longer than {Limit} characters.", "too_long")
            .Then(() => new PaymentPageStyles(rules, media));
    }

    /// <summary>Of the rules that say something.</summary>
    private static ImmutableArray<string> Texts(ImmutableArray<StyleRule?>? rules) =>
        [.. Given(rules).Select(r => r?.CssText ?? "").Where(text => text.Length > 0)];

    private static ImmutableArray<T> Given<T>(ImmutableArray<T>? list) => list is { IsDefault: false } given ? given : [];
}

public sealed record StyleMediaRequest(
    [property: JsonPropertyName("conditionText")] string? ConditionText,
    [property: JsonPropertyName("cssRules")] ImmutableArray<StyleRule?>? CssRules
);

public sealed record StyleRule([property: JsonPropertyName("cssText")] string? CssText);

public sealed record StyledPaymentPage(StyleSheet StyleSheet);

/// <summary>A style sheet in the names of the browser's own object model.</summary>
public sealed record StyleSheet(
    [property: JsonPropertyName("cssRules")] ImmutableArray<StyleRule> CssRules,
    [property: JsonPropertyName("mediaRules")] ImmutableArray<StyleMedia> MediaRules
)
{
    internal static StyleSheet Of(PaymentPageStyles? styles) =>
        styles is null
            ? new([], [])
            : new(
                [.. styles.Rules.Select(r => new StyleRule(r))],
                [.. styles.Media.Select(m => new StyleMedia(m.Condition, [.. m.Rules.Select(r => new StyleRule(r))]))]
            );
}

public sealed record StyleMedia(
    [property: JsonPropertyName("conditionText")] string ConditionText,
    [property: JsonPropertyName("cssRules")] ImmutableArray<StyleRule> CssRules
);
