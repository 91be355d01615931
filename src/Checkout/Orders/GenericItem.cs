namespace Checkout.Orders;

/// <summary>An item that is not in the catalog; prices in minor units, weight in grams.</summary>
public sealed record GenericItem(string Id, string Title, long Price)
{
    public string ProductTitle { get; init; } = "";
    public string VariantTitle { get; init; } = "";
    public string Image { get; init; } = "";
    public string Vendor { get; init; } = "";
    public long Weight { get; init; }
    public bool Taxable { get; init; } = true;
    public bool RequiresShipping { get; init; } = true;
}
