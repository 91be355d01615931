using System.Collections.Immutable;
using System.Text.Json;
using Checkout.Orders;
using Checkout.Plugins.Calls;

namespace Checkout.Plugins.Overrides;

/// <summary>A condition on a discount of an override; amounts in minor units.</summary>
internal sealed record DiscountCondition(string Name, ImmutableArray<string> Values)
{
    private decimal? Number =>
        Values.Length > 0 && decimal.TryParse(Values[0], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    public int? UseLimitPerCustomer =>
        Name == "useLimitPerCustomer" && Number is { } limit ? (int)Math.Clamp(limit, 0, int.MaxValue) : null;

    /// <summary>
    /// Null while the condition holds for the order. A condition nobody knows does not hold: the discount may depend on it.
    /// </summary>
    public string? WhyNot(Order order)
    {
        var email = order.Customer?.EmailAddress ?? "";
        var shipping = order.Shipping.Selected?.Amount ?? 0;
        return Name switch
        {
            "emailEquals" => email.Length == 0 ? "Enter an e-mail address before this discount code."
            : Values.Contains(email, StringComparer.OrdinalIgnoreCase) ? null
            : "The discount code is not valid for this e-mail address.",
            "cartTotalMin" => order.LineItems.Sum(l => l.TotalPrice) >= (Number ?? 0)
                ? null
                : "The order is too small for this discount code.",
            "shippingCostMax" => Number is null || shipping <= Number ? null : "The discount code is not valid for this shipping rate.",
            "shippingCostMin" => shipping >= (Number ?? 0) ? null : "The discount code is not valid for this shipping rate.",
            "inCountries" => order.ShippingAddress is not { } address
            || Values.Contains(address.CountryCode, StringComparer.OrdinalIgnoreCase)
                ? null
                : "The discount code is not valid for this country.",
            "useLimitPerCustomer" => email.Length == 0 ? "Enter an e-mail address before this discount code." : null,
            "use_limit_reached" => Values.Any(v => v is "true" or "1") ? "The discount code is used up." : null,
            _ => "The discount code has a condition that is not known.",
        };
    }

    public static DiscountCondition Read(JsonElement condition)
    {
        var name = Reading.Text(condition, "name");
        if (name.Length == 0 && condition.EnumerateObject().FirstOrDefault() is { Value.ValueKind: not JsonValueKind.Undefined } only)
            return new DiscountCondition(only.Name, [.. Flat(only.Value)]);
        return condition.TryGetProperty("params", out var values) || condition.TryGetProperty("value", out values)
            ? new DiscountCondition(name, [.. Flat(values)])
            : new DiscountCondition(name, name == "use_limit_reached" ? ["true"] : []);
    }

    /// <summary>Every value inside, whatever the object or list around it is called.</summary>
    private static IEnumerable<string> Flat(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Flat(p.Value)),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(Flat),
            JsonValueKind.True => ["true"],
            JsonValueKind.False => ["false"],
            _ => [Reading.Text(value)],
        };
}
