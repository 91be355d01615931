using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Http.Dialects.Bold;

/// <summary>A tax (docs/contract/shapes.md#tax).</summary>
public sealed record TaxState(long Value, string Name, bool IsIncluded)
{
    public static ImmutableArray<TaxState> Of(ImmutableArray<Tax> taxes) =>
        [.. taxes.Select(t => new TaxState(t.Value, t.Name, t.IsIncluded))];
}

/// <summary>A discount (docs/contract/shapes.md#discount): <c>value</c> is what the discount takes, in minor units.</summary>
public sealed record DiscountState(string Code, string Text, long Value, string Source)
{
    public static DiscountState Of(DiscountAmount discount) => new(discount.Code, discount.Text, discount.Value, discount.Source);

    public static ImmutableArray<DiscountState> Of(ImmutableArray<DiscountAmount> discounts) => [.. discounts.Select(Of)];
}

/// <summary>A fee (docs/contract/shapes.md#fee): <c>value</c> is what the fee adds, in minor units, since clients sum it as such.</summary>
public sealed record FeeState(string Id, string LineText, string FeeType, long Value, string Source, bool Taxable, bool ShowDescription)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PluginUuid { get; init; }

    /// <summary>True for what came after the order was placed, or what its plugin calls so; else left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsAmendment { get; init; }

    public static FeeState Of(PricedFee priced) =>
        new(
            priced.Fee.Id,
            priced.Fee.LineText,
            priced.Fee.Kind is AmountKind.Fixed ? "fixed" : "percentage",
            priced.Amount,
            priced.Fee.Source,
            priced.Fee.Taxable,
            priced.Fee.ShowDescription
        )
        {
            PluginUuid = priced.Fee.PluginUuid,
            IsAmendment = priced.Fee.IsAmendment ? true : null,
        };
}
