using Checkout.Http.Frame;
using Checkout.Payments.TestGateway;
using Checkout.Running;

namespace Checkout.Http.Backend.WalletPay;

/// <summary>Changes what the wallet was told; what the call leaves out stays.</summary>
public sealed class UpdateWalletOrderEndpoint(OrderEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = (await call.Read<WalletOrderBody>()).Then(given => given.Check(call.Shop, isNew: false));
        if (!body.Succeeded)
            return body.Problems;
        if (TestWallet.PublicOrderId(call.Route(PaymentRoutes.WalletOrderId)) is not { } publicOrderId)
            return TestWallet.NotFound();
        var changed = await editor.Change(
            call.ShopIdentifier,
            publicOrderId,
            call.Actor,
            (order, _, occasion) =>
                order.WalletOrder?.GatewayPublicId == body.Value.GatewayId
                    ? body.Value.Describe(order).Then(described => TestWallet.Describe(order, described, occasion))
                    : TestWallet.NotFound(),
            call.Cancellation
        );
        if (changed.Succeeded)
            return Reply.NoContent;
        return changed.Problems[0].Kind is ProblemKind.NotFound ? TestWallet.NotFound() : changed.Problems;
    }
}
