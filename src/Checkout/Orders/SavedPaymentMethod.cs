using System.Globalization;
using System.Text.Json.Serialization;

namespace Checkout.Orders;

/// <summary>A payment method kept for a customer; the token belongs to the gateway and never leaves the backend.</summary>
public sealed record SavedPaymentMethod
{
    public required string PublicId { get; init; }
    public required string GatewayPublicId { get; init; }
    public required string Token { get; init; }

    /// <summary>credit_card or gift_card.</summary>
    public string Type { get; init; } = PaymentTypes.CreditCard;
    public string Brand { get; init; } = "";
    public string LastFour { get; init; } = "";
    public int ExpiryMonth { get; init; }
    public int ExpiryYear { get; init; }

    /// <param name="expiration">MM/YYYY; empty when it is not known.</param>
    public static SavedPaymentMethod Of(
        string publicId,
        string gatewayPublicId,
        string token,
        string type,
        string brand,
        string lastFour,
        string expiration
    )
    {
        var known = DateOnly.TryParseExact(expiration, "MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month);
        return new SavedPaymentMethod
        {
            PublicId = publicId,
            GatewayPublicId = gatewayPublicId,
            Token = token,
            Type = type,
            Brand = brand,
            LastFour = lastFour,
            ExpiryMonth = known ? month.Month : 0,
            ExpiryYear = known ? month.Year : 0,
        };
    }

    /// <summary>MM/YYYY; empty when it is not known.</summary>
    [JsonIgnore]
    public string Expiration => ExpiryMonth > 0 ? string.Create(CultureInfo.InvariantCulture, $"{ExpiryMonth:00}/{ExpiryYear:0000}") : "";
}
