using Checkout.Http.Frame;
using Checkout.Journeys.Submitting;
using Checkout.Payments;
using Checkout.Shops;

namespace Checkout.Http.Storefront.Payments;

/// <summary>Puts a payment on the order. Nothing is authorized before process_order.</summary>
public sealed class AddPaymentEndpoint(ShopperOrder orders, FindTender tenders, IIdSource ids) : ITakesTender
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<PaymentBody>()).Then(PaymentBody.Check);
        if (!read.Succeeded)
            return read.Problems;
        KnownTender? tender = null;
        var changed = await orders.Change(
            call,
            PluginEventNames.PaymentAdded,
            async (order, shop, occasion, cancellation) =>
            {
                if (order.ClosedBecause is { } closed)
                    return closed;
                tender ??= await tenders.For(order, shop, read.Value, cancellation);
                return AddPayment.Decide(order, shop, read.Value, tender, occasion, ids);
            }
        );
        return Reply.Of(changed, order => PaymentAnswer.Of(order, read.Value.Token));
    }
}
