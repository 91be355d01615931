using System.Collections.Immutable;

namespace Checkout.Shops;

/// <summary>The ten groups of words that checkout templates read (docs/contract/shapes.md#terms).</summary>
public static class TermGroups
{
    public static ImmutableArray<string> All { get; } =
    [
        "customer_information",
        "shipping_address",
        "shipping_method",
        "payment_method",
        "summary",
        "confirmation_page",
        "out_of_stock",
        "saved_payment_methods",
        "error_messages",
        "global",
    ];

    /// <summary>The term is a key in one of them: <c>group.key</c>, or <c>error_messages.section.key</c>.</summary>
    public static bool Hold(string term) =>
        term.Split('.') is [var group, .. { Length: > 0 } keys]
        && All.Contains(group, StringComparer.Ordinal)
        && keys.All(key => key.Length > 0)
        && keys.Length == (group == "error_messages" ? 2 : 1);
}
