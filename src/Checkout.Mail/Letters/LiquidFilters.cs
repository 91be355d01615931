using System.Globalization;
using Fluid;
using Fluid.Values;

namespace Checkout.Mail.Letters;

/// <summary>
/// The filters that templates have (docs/mail.md#filters): each looks at the limits, and none makes a long text out of short ones.
/// </summary>
internal static class LiquidFilters
{
    public static FilterCollection All { get; } = Collect();

    private static FilterCollection Collect()
    {
        var filters = new FilterCollection(16);
        Text(filters, "upcase", (text, _) => text.ToUpperInvariant());
        Text(filters, "downcase", (text, _) => text.ToLowerInvariant());
        Text(filters, "capitalize", (text, _) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..]);
        Text(filters, "strip", (text, _) => text.Trim());
        Text(filters, "append", (text, other) => text + other);
        Text(filters, "prepend", (text, other) => other + text);
        Text(filters, "remove", (text, other) => other.Length == 0 ? text : text.Replace(other, "", StringComparison.Ordinal));
        Text(
            filters,
            "truncate",
            (text, length) =>
                int.TryParse(length, CultureInfo.InvariantCulture, out var most) && most < text.Length
                    ? text[..Math.Max(0, most)] + "…"
                    : text
        );
        filters.AddFilter("t", (input, _, context) => Limited(LiquidRun.Of(context).Say(input.ToStringValue()), context));
        filters.AddFilter("default", (input, arguments, _) => new(IsEmpty(input) ? arguments.At(0) : input));
        filters.AddFilter("size", (input, _, _) => new(NumberValue.Create(SizeOf(input))));
        filters.AddFilter("raw", (input, _, _) => new(new StringValue(input.ToStringValue(), encode: false)));
        filters.AddFilter("escape", (input, _, _) => new(new StringValue(input.ToStringValue(), encode: true)));
        return filters;
    }

    private static void Text(FilterCollection filters, string name, Func<string, string, string> make) =>
        filters.AddFilter(
            name,
            (input, arguments, context) => Limited(make(input.ToStringValue(), arguments.At(0).ToStringValue()), context)
        );

    private static ValueTask<FluidValue> Limited(string text, TemplateContext context)
    {
        LiquidRun.Of(context).Check(text.Length);
        return new(new StringValue(text));
    }

    private static bool IsEmpty(FluidValue value) => value.IsNil() || value.ToStringValue().Length == 0;

    private static decimal SizeOf(FluidValue value) => value is ArrayValue list ? list.Values.Count : value.ToStringValue().Length;
}
