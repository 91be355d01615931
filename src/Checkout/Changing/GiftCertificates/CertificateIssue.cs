using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Changing.GiftCertificates;

/// <summary>What an order that sold gift certificates says of their cards (docs/contract/gift-cards.md#bought-certificates).</summary>
public static class CertificateIssue
{
    /// <summary>Cards of one commit: each has an entry on the timeline and a letter.</summary>
    public const int AtOnce = 20;

    /// <summary>Certificates of an order that become cards.</summary>
    public const int Most = 500;

    public static bool IsOf(Order order) => order.LineItems.Any(line => line.IsGiftCard);

    /// <summary>
    /// Those that have no card yet, by line and number; none where the shop leaves them to its platform, or takes no gift cards.
    /// </summary>
    public static IEnumerable<(LineItem Line, int Number)> Wanted(Order order, Shop shop)
    {
        if (
            order is not { Status: OrderStatus.Processed, ErasedAt: null }
            || !shop.Checkout.IssueGiftCertificates
            || shop.Gateways.All(gateway => gateway.Driver != PaymentTypes.GiftCard)
        )
            return [];
        var known = order.Certificates.Select(c => (c.LineId, c.Number)).ToHashSet();
        return order
            .LineItems.Where(line => line is { IsGiftCard: true, Price: > 0 })
            .SelectMany(line => Enumerable.Range(1, line.Quantity).Select(number => (Line: line, Number: number)))
            .Take(Most)
            .Where(certificate => !known.Contains((certificate.Line.Id, certificate.Number)));
    }

    /// <summary>A part of a split order remembers those of the other parts too.</summary>
    public static IEnumerable<BoughtCertificate> OfItsLines(Order order) =>
        order.Certificates.Where(certificate => order.LineItems.Any(line => line.Id == certificate.LineId));

    /// <summary>The card is there.</summary>
    public static Order Issued(Order order, BoughtCertificate certificate, Occasion occasion) =>
        With(order, certificate, certificate with { IssuedAt = occasion.At })
            .Record("gift_card.issued", occasion, certificate.Amount, detail: GiftCardCode.Masked(certificate.LastFour));

    /// <summary>The order was canceled and its card disabled.</summary>
    public static Order Withdraw(Order order, BoughtCertificate certificate, Occasion occasion) =>
        With(order, certificate, certificate with { Withdrawn = true })
            .Record("gift_card.disabled", occasion, detail: GiftCardCode.Masked(certificate.LastFour));

    private static Order With(Order order, BoughtCertificate former, BoughtCertificate certificate) =>
        order with
        {
            Certificates = order.Certificates.Replace(former, certificate),
        };
}
