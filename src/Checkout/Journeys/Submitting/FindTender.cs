using Checkout.Orders;
using Checkout.Payments;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Journeys.Submitting;

/// <summary>
/// Looks up what an offered token may name: a gift card, or a method the customer has saved. It costs a storage
/// transaction only then.
/// </summary>
public sealed class FindTender(IGiftCards giftCards, ICustomerStore customers)
{
    /// <summary>Public ids are this long; a gateway's token hardly ever is.</summary>
    private const int PublicIdLength = 64;

    public async Task<KnownTender> For(Order order, Shop shop, OfferedPayment offered, CancellationToken cancellation)
    {
        if (shop.Gateway(offered.GatewayPublicId) is { Driver: PaymentTypes.GiftCard })
            return new KnownTender(Card: await giftCards.Find(shop.Identifier, GiftCardCode.ReferenceOf(offered.Token), cancellation));
        if (order.Customer is not { IsAuthenticated: true, PublicId: { } publicId } || offered.Token.Length != PublicIdLength)
            return new KnownTender();
        var record = await customers.Find(shop.Identifier, publicId, cancellation);
        return new KnownTender(
            record?.PaymentMethods.FirstOrDefault(m => m.PublicId == offered.Token && m.GatewayPublicId == offered.GatewayPublicId)
        );
    }
}
