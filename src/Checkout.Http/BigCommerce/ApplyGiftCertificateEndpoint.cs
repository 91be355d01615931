using Checkout.Http.Frame;
using Checkout.Journeys.Submitting;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce;

/// <summary>
/// Pays with a gift certificate as far as it goes: a payment with the shop's gift card gateway. Its money is taken when the order is
/// placed.
/// </summary>
public sealed class ApplyGiftCertificateEndpoint(Checkouts checkouts, FindTender tenders, IIdSource ids) : ITakesTender
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<GiftCertificateRequest>()).Then(body =>
            new Fields().Required("giftCertificateCode", body.GiftCertificateCode).Then(() => body.GiftCertificateCode!.Trim())
        );
        if (!read.Succeeded)
            return read.Problems;
        if (call.Shop.Gateways.FirstOrDefault(g => g.Driver == PaymentTypes.GiftCard) is not { } gateway)
            return Problem.Invalid("giftCertificateCode", "The shop takes no gift certificates.", "payment_type_not_supported");
        var offered = new OfferedPayment(gateway.PublicId, read.Value);
        KnownTender? tender = null;
        var changed = await checkouts.Change(
            call,
            PluginEventNames.PaymentAdded,
            async (order, shop, occasion, cancellation) =>
            {
                if (order.ClosedBecause is { } closed)
                    return closed;
                tender ??= await tenders.For(order, shop, offered, cancellation);
                return AddPayment.Decide(order, shop, offered, tender, occasion, ids);
            }
        );
        return await checkouts.Answer(call, changed);
    }
}
