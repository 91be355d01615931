namespace Checkout.Orders;

/// <summary>A gift certificate that the order sold and that is, or is about to be, a gift card.</summary>
/// <param name="LineId">Of the line that sold it.</param>
/// <param name="Number">1 for the first of the line.</param>
/// <param name="Card">What stands for the card's code (<see cref="GiftCardCode.ReferenceOf"/>).</param>
/// <param name="Amount">Minor units of the order's currency.</param>
public sealed record BoughtCertificate(string LineId, int Number, string Card, string LastFour, long Amount)
{
    /// <summary>Null until the card is there.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>Its order was canceled, so the card is disabled.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>What its code is calculated from: another order, line or number, another code.</summary>
    public static string SeedOf(Order order, string lineId, int number) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{order.PublicOrderId}|{lineId}|{number}");
}
