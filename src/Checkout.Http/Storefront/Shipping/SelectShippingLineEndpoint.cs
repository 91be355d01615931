using Checkout.Changing.Shipping;
using Checkout.Http.Frame;
using Checkout.Shops;

namespace Checkout.Http.Storefront.Shipping;

/// <summary>Selects a line by its id; a code, when given, must be that line's.</summary>
public sealed class SelectShippingLineEndpoint(ShopperOrder orders, OfferShipping offer) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<ShippingChoice>()).Then(body =>
            new Fields().Required("index", body.Index).Text("code", body.Code).Then(() => body)
        );
        if (!read.Succeeded)
            return read.Problems;
        var changed = await orders.Change(
            call,
            PluginEventNames.ShippingLineChanged,
            async (order, shop, occasion, cancellation) =>
            {
                if (order.ClosedBecause is { } closed)
                    return closed;
                var offered = await offer.To(order, shop, cancellation);
                return offered
                    .Then(listed => SelectShippingLine.Decide(listed, read.Value.Index!, read.Value.Code))
                    .Map(selected => ReferenceEquals(selected, order) ? order : selected.Record("shipping_line.selected", occasion));
            }
        );
        return Reply.Of(changed, SelectedShippingAnswer.Of);
    }
}
