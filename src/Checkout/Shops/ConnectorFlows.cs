using System.Collections.Immutable;

namespace Checkout.Shops;

/// <summary>
/// The flows of published connectors, whose reserved ids a shop may therefore have (docs/contract/administration.md#flows).
/// </summary>
public static class ConnectorFlows
{
    public static ImmutableArray<string> Ids { get; } =
    ["bold-booster-m2", "bold-booster-m1", "bold-booster-pdp-m1", "bold-booster-cart-m1"];

    /// <summary>
    /// False for an id that no shop may give a flow of its own: <c>unassigned</c>, and what else begins with <c>bold</c>.
    /// </summary>
    public static bool MayBeNamed(string id) =>
        Ids.Contains(id, StringComparer.Ordinal) || (!id.StartsWith("bold", StringComparison.OrdinalIgnoreCase) && id != "unassigned");
}
