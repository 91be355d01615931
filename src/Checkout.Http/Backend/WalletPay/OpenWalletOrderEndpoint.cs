using Checkout.Http.Frame;
using Checkout.Payments.TestGateway;
using Checkout.Running;

namespace Checkout.Http.Backend.WalletPay;

/// <summary>
/// Begins an express payment from the back office (docs/contract/payments.md#wallet-orders-of-the-back-office); again
/// for the same order describes it again.
/// </summary>
public sealed class OpenWalletOrderEndpoint(OrderEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = (await call.Read<WalletOrderBody>()).Then(given => given.Check(call.Shop, isNew: true));
        if (!body.Succeeded)
            return body.Problems;
        var changed = await editor.Change(
            call.ShopIdentifier,
            body.Value.PublicOrderId!,
            call.Actor,
            (order, _, occasion) => body.Value.Describe(order).Then(described => TestWallet.Describe(order, described, occasion)),
            call.Cancellation
        );
        return Reply.Of(changed, order => new OpenedWalletOrder(TestWallet.OrderId(order)));
    }
}
