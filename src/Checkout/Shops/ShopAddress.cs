namespace Checkout.Shops;

/// <summary>Where the shop is and ships from.</summary>
public sealed record ShopAddress
{
    public string Line1 { get; init; } = "";
    public string Line2 { get; init; } = "";
    public string City { get; init; } = "";
    public string Province { get; init; } = "";
    public string ProvinceCode { get; init; } = "";
    public string Country { get; init; } = "";
    public string CountryCode { get; init; } = "";
    public string PostalCode { get; init; } = "";
}
