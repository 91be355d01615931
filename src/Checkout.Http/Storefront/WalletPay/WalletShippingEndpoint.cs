using Checkout.Addresses;
using Checkout.Changing.Addresses;
using Checkout.Changing.Shipping;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Storefront.Shipping;
using Checkout.Orders;
using Checkout.Payments.TestGateway;
using Checkout.Shops;

namespace Checkout.Http.Storefront.WalletPay;

/// <summary>The shopper picks an address or a shipping option in the wallet: both go onto the order.</summary>
public sealed class WalletShippingEndpoint(ShopperOrder orders, OfferShipping offer) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<WalletPayBody>()).Then(body => WalletPayBody.Check(body, call.Shop));
        if (!read.Succeeded)
            return read.Problems;
        var data = read.Value.PaymentData!;
        var changed = await orders.Change(
            call,
            PluginEventNames.ShippingAddressChanged,
            async (order, shop, occasion, cancellation) =>
            {
                if (order.ClosedBecause is { } closed)
                    return closed;
                if (data.WalletOrderId != TestWallet.OrderId(order))
                    return TestWallet.NotFound();
                var placed = data.ShippingAddress is { } address
                    ? SetAddress.Decide(order, shop, AddressKind.Shipping, address.ToAddress(order.ShippingAddress), occasion)
                    : order;
                if (!placed.Succeeded)
                    return placed;
                var offered = await offer.To(placed.Value, shop, cancellation);
                return offered.Then(listed => Select(listed, data.ShippingOptions?.Id));
            }
        );
        return Reply.Of(
            changed,
            order =>
                WalletPayAnswer.Of(
                    order,
                    new WalletPaymentData
                    {
                        Id = TestWallet.OrderId(order),
                        ShippingOptions = [.. order.Shipping.Available.Select(ShippingLineState.Of)],
                    }
                )
        );
    }

    /// <summary>The option chosen; else the one already selected, else the cheapest, since a wallet needs one to show a total.</summary>
    private static Result<Order> Select(Order order, string? id) =>
        id is { Length: > 0 } ? SelectShippingLine.Decide(order, id, null) : SelectShippingLine.Cheapest(order);
}
