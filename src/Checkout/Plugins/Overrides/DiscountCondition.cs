using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Plugins.Overrides;

/// <summary>A condition on a discount of an override; amounts in minor units.</summary>
public sealed record DiscountCondition(string Name, ImmutableArray<string> Values)
{
    private decimal? Number =>
        Values.Length > 0 && decimal.TryParse(Values[0], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    public int? UseLimitPerCustomer =>
        Name == DiscountConditions.UseLimitPerCustomer && Number is { } limit ? (int)Math.Clamp(limit, 0, int.MaxValue) : null;

    /// <summary>
    /// Null while the condition holds for the order. A condition nobody knows does not hold: the discount may depend on it.
    /// </summary>
    public string? WhyNot(Order order)
    {
        var email = order.Customer?.EmailAddress ?? "";
        var shipping = order.Shipping.Selected?.Amount ?? 0;
        return Name switch
        {
            DiscountConditions.EmailEquals when email.Length == 0 => NeedsEmail,
            DiscountConditions.EmailEquals => Unless(IsOneOf(email), "The discount code is not valid for this e-mail address."),
            DiscountConditions.CartTotalMin => Unless(
                IsAtLeast(order.LineItems.Sum(l => l.TotalPrice)),
                "The order is too small for this discount code."
            ),
            DiscountConditions.ShippingCostMax => Unless(Number is not { } most || shipping <= most, WrongRate),
            DiscountConditions.ShippingCostMin => Unless(IsAtLeast(shipping), WrongRate),
            DiscountConditions.InCountries => Unless(
                OrderDestinations.Countries(order).All(IsOneOf),
                "The discount code is not valid for this country."
            ),
            DiscountConditions.UseLimitPerCustomer => Unless(email.Length > 0, NeedsEmail),
            DiscountConditions.UseLimitReached => Unless(!IsOneOf("true") && !IsOneOf("1"), "The discount code is used up."),
            _ => "The discount code has a condition that is not known.",
        };
    }

    private const string NeedsEmail = "Enter an e-mail address before this discount code.";
    private const string WrongRate = "The discount code is not valid for this shipping rate.";

    private static string? Unless(bool holds, string reason) => holds ? null : reason;

    private bool IsAtLeast(long amount) => amount >= (Number ?? 0);

    private bool IsOneOf(string value) => Values.Contains(value, StringComparer.OrdinalIgnoreCase);
}
