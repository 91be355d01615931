using System.Collections.Immutable;
using Checkout.Money;
using Checkout.Orders;

namespace Checkout.Plugins.Overrides;

/// <summary>
/// The discounts of a remote state authority on an order (docs/contract/platforms.md#discounts): a code takes what is told of it,
/// wherever it was entered, and each rule without a code is a discount of its own, however often it is told.
/// </summary>
internal static class AuthorityDiscounts
{
    private const string CartRule = "cart-rule";
    private const string CartCode = "cart-code";

    /// <summary>The authority's discounts take its amounts, and go when they are gone; those of others stay.</summary>
    public static ImmutableArray<OrderDiscount> After(ImmutableArray<OrderDiscount> present, ImmutableArray<RemoteDiscount> told)
    {
        var rules = Rules(present, told).ToImmutableArray();
        return
        [
            .. present.Select(Now).OfType<OrderDiscount>(),
            .. Codes(present, told),
            .. rules.Where(rule => !present.Any(discount => discount.FromOverride && discount.Id == rule.Id)),
        ];

        OrderDiscount? Now(OrderDiscount discount) =>
            !discount.FromOverride ? discount
            : discount.Code.Length == 0 ? rules.FirstOrDefault(rule => rule.Id == discount.Id)
            : OfCode(told, discount.Code) is { } known ? discount with { Value = known.Amount }
            : null;
    }

    /// <summary>All that a code takes, which may be told in parts; null when the authority does not take it.</summary>
    public static RemoteDiscount? OfCode(ImmutableArray<RemoteDiscount>? told, string code)
    {
        var parts = (told ?? []).Where(part => string.Equals(part.Code, code, StringComparison.OrdinalIgnoreCase)).ToImmutableArray();
        return parts.IsEmpty ? null : parts[0] with { Amount = parts.Sum(part => part.Amount) };
    }

    /// <summary>Codes that were entered in the store's cart: the order has them too, or it would cost something else there.</summary>
    private static IEnumerable<OrderDiscount> Codes(ImmutableArray<OrderDiscount> present, ImmutableArray<RemoteDiscount> told) =>
        told.Select(part => part.Code)
            .Where(code => code.Length > 0 && !present.Any(d => string.Equals(d.Code, code, StringComparison.OrdinalIgnoreCase)))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(code => Discount(OfCode(told, code)!, $"{CartCode}:{code}"));

    /// <summary>What a code takes, as a discount of the order.</summary>
    public static OrderDiscount Discount(RemoteDiscount code, string id) =>
        new(id, code.Code, code.Text, DiscountTarget.Order, AmountKind.Fixed, code.Amount) { FromOverride = true };

    /// <summary>
    /// What is told without a code and is not on the order from elsewhere: an authority may answer the state with all the discounts that
    /// it was sent.
    /// </summary>
    private static IEnumerable<OrderDiscount> Rules(ImmutableArray<OrderDiscount> present, ImmutableArray<RemoteDiscount> told)
    {
        var ofOthers = present.Where(d => d is { FromOverride: false, Code.Length: 0 }).Select(d => d.Text).ToList();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var rule in told.Where(rule => rule.Code.Length == 0))
        {
            if (rule.Id is null && ofOthers.Remove(rule.Text))
                continue;
            var name = $"{CartRule}:{rule.Id ?? rule.Text}";
            var before = seen[name] = seen.GetValueOrDefault(name) + 1;
            yield return new OrderDiscount(
                before == 1 ? name : $"{name}#{before}",
                "",
                rule.Text,
                DiscountTarget.Order,
                AmountKind.Fixed,
                rule.Amount
            )
            {
                Source = DiscountSources.Cart,
                FromOverride = true,
            };
        }
    }
}
