namespace Checkout.Shops;

/// <summary>A field that the merchant adds to the checkout page (docs/contract/administration.md#page-fields).</summary>
public sealed record LifeElement
{
    public required string PublicId { get; init; }
    public string InputType { get; init; } = "text";
    public string InputLabel { get; init; } = "";
    public string InputPlaceholder { get; init; } = "";
    public string InputDefault { get; init; } = "";
    public bool InputRequired { get; init; }
    public string? InputRegex { get; init; }
    public string Location { get; init; } = "";
    public string MetaDataField { get; init; } = "";
    public int OrderAsc { get; init; }
}
