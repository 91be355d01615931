using Checkout.Money;

namespace Checkout.Orders;

/// <summary>A fee on the whole order (docs/contract/shapes.md#fee).</summary>
/// <param name="Value">Minor units when fixed, per cent of the subtotal when a percentage.</param>
public sealed record OrderFee(string Id, string LineText, AmountKind Kind, decimal Value, bool Taxable)
{
    public string Source { get; init; } = "";
    public string? PluginUuid { get; init; }
    public bool ShowDescription { get; init; } = true;
    public bool IsAmendment { get; init; }
}
