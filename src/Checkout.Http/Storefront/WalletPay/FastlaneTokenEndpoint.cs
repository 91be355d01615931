using Checkout.Http.Frame;
using Checkout.Payments.TestGateway;

namespace Checkout.Http.Storefront.WalletPay;

/// <summary>What the script of an accelerated checkout starts with; here the test gateway's own.</summary>
public sealed class GetFastlaneTokenEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var order = await orders.Read(call);
        if (!order.Succeeded)
            return order.Problems;
        return TestWallet.Gateway(call.Shop) is { } gateway
            ? Reply.Of(new FastlaneToken(true, TestWallet.ClientToken(order.Value), gateway.PublicId, "ppcp", "test"))
            : Problem.Invalid("gateway_type", "The shop has no gateway with this wallet.", "payment_type_not_supported");
    }
}

public sealed record FastlaneToken(bool IsTestMode, string ClientToken, string GatewayPublicId, string Type, string ClientId);
