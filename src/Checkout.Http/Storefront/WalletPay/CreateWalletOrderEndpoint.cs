using Checkout.Http.Frame;
using Checkout.Orders;
using Checkout.Payments.TestGateway;

namespace Checkout.Http.Storefront.WalletPay;

/// <summary>Begins an express payment; the wallet's order id goes to its own script on the page.</summary>
public sealed class CreateWalletOrderEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<WalletPayBody>()).Then(body => WalletPayBody.Check(body, call.Shop));
        if (!read.Succeeded)
            return read.Problems;
        var order = (await orders.Read(call)).Then(found => found.ClosedBecause is { } closed ? closed : (Result<Order>)found);
        return Reply.Of(order, found => WalletPayAnswer.Of(found, new WalletPaymentData { Id = TestWallet.OrderId(found) }));
    }
}
