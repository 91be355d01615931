using Checkout.Http.Dialects;
using Checkout.Http.Frame;
using Checkout.Payments.TestGateway;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Storefront.WalletPay;

/// <summary>What the script of an accelerated checkout starts with; here the test gateway's own.</summary>
public sealed class GetFastlaneTokenEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var order = await orders.Read(call);
        if (!order.Succeeded)
            return Answers.Refused(order.Problems);
        return TestWallet.Gateway(call.Shop) is { } gateway
            ? Answers.Data(new FastlaneToken(true, TestWallet.ClientToken(order.Value), gateway.PublicId, "ppcp", "test"))
            : Answers.Refused(Problem.Invalid("gateway_type", "The shop has no gateway with this wallet.", "payment_type_not_supported"));
    }
}

public sealed record FastlaneToken(bool IsTestMode, string ClientToken, string GatewayPublicId, string Type, string ClientId);
