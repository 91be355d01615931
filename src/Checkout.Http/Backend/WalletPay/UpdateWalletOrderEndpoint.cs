using Checkout.Http.Dialects;
using Checkout.Http.Frame;
using Checkout.Payments.TestGateway;
using Checkout.Running;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Backend.WalletPay;

/// <summary>Changes what the wallet was told; what the call leaves out stays.</summary>
public sealed class UpdateWalletOrderEndpoint(OrderEditor editor) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var body = (await call.Read<WalletOrderBody>()).Then(given => given.Check(call.Shop, isNew: false));
        if (!body.Succeeded)
            return Answers.Refused(body.Problems);
        if (TestWallet.PublicOrderId(call.Route(PaymentRoutes.WalletOrderId)) is not { } publicOrderId)
            return Answers.Refused(TestWallet.NotFound());
        var changed = await editor.Change(
            call.ShopIdentifier,
            publicOrderId,
            call.Actor,
            (order, _, occasion) => order.WalletOrder?.GatewayPublicId == body.Value.GatewayId
                ? body.Value.Describe(order).Then(described => TestWallet.Describe(order, described, occasion))
                : TestWallet.NotFound(),
            call.Cancellation);
        if (changed.Succeeded)
            return Results.NoContent();
        return changed.Problems[0].Kind is ProblemKind.NotFound ? Answers.Refused(TestWallet.NotFound()) : Answers.Refused(changed.Problems);
    }
}
