using System.Collections.Immutable;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Changing.Discounts;

/// <summary>Enters a discount code (docs/contract/storefront.md#discount-codes).</summary>
public static class AddDiscountCode
{
    /// <summary>
    /// Refused with the reason as the message when the code is missing, unknown, already there, a second coupon, or
    /// does not hold.
    /// </summary>
    public static Result<Order> Decide(Order order, Shop shop, string code, Occasion occasion, IIdSource ids, DiscountCounts? counts = null)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        code = code.Trim();
        if (code.Length == 0)
            return new Problem("The discount code is missing.", "authorization", "code", "");
        if (Find(shop, code) is not { } definition)
            return Refused("The discount code is not valid.");
        if (order.Discounts.Any(d => string.Equals(d.Code, definition.Code, StringComparison.OrdinalIgnoreCase)))
            return Refused("The discount code is already applied.");
        if (definition.Source == DiscountSources.Coupon && order.Discounts.Any(d => d.Source == DiscountSources.Coupon))
            return Refused("Only one discount code can be applied to an order.");
        if (WhyNot(order, shop, definition, occasion, counts ?? DiscountCounts.None) is { } reason)
            return reason;
        return (order with { Discounts = order.Discounts.Add(ToDiscount(order, definition, ids.Ulid())) }).Record(
            "discount.added",
            occasion,
            detail: definition.Code
        );
    }

    /// <summary>Null while the code holds for the order; checked when it is entered and again when the order is processed.</summary>
    public static Problem? WhyNot(Order order, Shop shop, DiscountCode code, Occasion occasion, DiscountCounts counts) =>
        !shop.Checkout.DiscountsEnabled ? Refused("Discount codes are turned off.")
        : code.StartsAt > occasion.At ? Refused("The discount code is not valid yet.")
        : code.EndsAt <= occasion.At ? Refused("The discount code has expired.")
        : code.UseLimit is { } limit && counts.All + code.UsedBefore >= limit ? Refused("The discount code is used up.")
        : WhyNotFor(order.Customer?.EmailAddress ?? "", code, counts) ?? WhyNotOn(order, code);

    private static Problem? WhyNotFor(string email, DiscountCode code, DiscountCounts counts) =>
        email.Length == 0 && (code.UseLimitPerCustomer is not null || !code.Emails.IsEmpty)
            ? Refused("Enter an e-mail address before this discount code.")
        : code.UseLimitPerCustomer is { } each && counts.ByCustomer >= each ? Refused("You have already used this discount code.")
        : !code.Emails.IsEmpty && !code.Emails.Contains(email, StringComparer.OrdinalIgnoreCase)
            ? Refused("The discount code is not valid for this e-mail address.")
        : null;

    private static Problem? WhyNotOn(Order order, DiscountCode code) =>
        code.MinimumSubtotal is { } minimum && order.LineItems.Sum(line => line.TotalPrice) < order.Currency.FromShop(minimum)
            ? Refused("The order is too small for this discount code.")
        : !code.Countries.IsEmpty
        && OrderDestinations.Countries(order).Any(country => !code.Countries.Contains(country, StringComparer.OrdinalIgnoreCase))
            ? Refused("The discount code is not valid for this country.")
        : !code.Skus.IsEmpty && KeysOf(order, code).IsEmpty ? Refused("No item of the order is eligible for this discount code.")
        : null;

    public static DiscountCode? Find(Shop shop, string code) =>
        shop.DiscountCodes.FirstOrDefault(c => string.Equals(c.Code, code.Trim(), StringComparison.OrdinalIgnoreCase));

    private static OrderDiscount ToDiscount(Order order, DiscountCode code, string id) =>
        new(
            id,
            code.Code,
            code.Text.Length > 0 ? code.Text : code.Code,
            code.Target,
            code.Kind,
            code.Kind is AmountKind.Fixed ? order.Currency.FromShop((long)code.Value) : code.Value
        )
        {
            Source = code.Source,
            LineItemKeys = KeysOf(order, code),
        };

    private static ImmutableArray<string> KeysOf(Order order, DiscountCode code) =>
        [.. order.LineItems.Where(l => code.Skus.Contains(l.Sku, StringComparer.OrdinalIgnoreCase)).Select(l => l.Key)];

    private static Problem Refused(string reason) => Problem.Order("discounts", reason, "discounts");
}
