using Checkout.Http.Frame;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Running;
using Checkout.Shops;

namespace Checkout.Http.PaymentFrame;

/// <summary>
/// The card form of one of the shop's gateways, for a frame (docs/contract/payments.md#payment-page): the one asked for, else the
/// first on offer that has a form here. One storage transaction.
/// </summary>
public sealed class ShowPaymentPageEndpoint(OrderEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var loaded = await editor.Load(call.ShopIdentifier, call.OrderId, call.Cancellation);
        if (!loaded.Succeeded)
            return loaded.Problems;
        var order = loaded.Value.Order;
        foreach (var gateway in Meant(order, call.Shop, call.Parameter("gateway")))
            if (GatewayForm.Of(gateway, order.ResumableLink) is { } form)
                return PaymentPage.Of(call, order, gateway, form.InFrame);
        return Problem.NotFound("This shop takes no cards here.");
    }

    private static IEnumerable<GatewaySettings> Meant(Order order, Shop shop, string? asked) =>
        asked is { Length: > 0 } ? shop.Gateways.Where(g => g.IsNamed(asked)) : OfferedGateways.Of(order, shop);
}
