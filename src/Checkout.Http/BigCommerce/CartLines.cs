using System.Collections.Immutable;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Http.BigCommerce;

/// <summary>
/// The lines of an order by what they are. The page's samples say <c>giftCertificate</c> and its tables <c>giftCertificates</c>,
/// so both are there.
/// </summary>
public sealed record CartLines(
    ImmutableArray<PhysicalItem> PhysicalItems,
    ImmutableArray<DigitalItem> DigitalItems,
    ImmutableArray<CertificateItem> GiftCertificates,
    ImmutableArray<CertificateItem> GiftCertificate
)
{
    public static CartLines Of(Order order, OrderPrice price, Currency currency, string origin)
    {
        var items = price.Lines.Select(line => new ItemAmounts(order, line, currency, origin)).ToList();
        ImmutableArray<CertificateItem> certificates =
        [
            .. items.Where(i => i.Line.IsGiftCard).Select(i => CertificateItem.Of(i.Line, currency)),
        ];
        return new CartLines(
            [.. items.Where(i => !i.Line.IsGiftCard && i.Line.RequiresShipping).Select(i => new PhysicalItem(i))],
            [.. items.Where(i => !i.Line.IsGiftCard && !i.Line.RequiresShipping).Select(i => new DigitalItem(i))],
            certificates,
            certificates
        );
    }
}
