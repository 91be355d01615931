using Checkout.Http.Frame;
using Checkout.Running;

namespace Checkout.Http.PaymentFrame;

/// <summary>
/// The card form of the shop's test gateway, for a frame (docs/contract/payments.md#payment-page). One storage
/// transaction.
/// </summary>
public sealed class ShowPaymentPageEndpoint(OrderEditor editor) : ISlice
{
    /// <summary>The driver whose page this is; the pages of other gateways are their own.</summary>
    private const string Driver = "test";

    public async Task<Reply> Handle(Call call)
    {
        var loaded = await editor.Load(call.ShopIdentifier, call.OrderId, call.Cancellation);
        if (!loaded.Succeeded)
            return loaded.Problems;
        return call.Shop.Gateways.FirstOrDefault(gateway => gateway.Driver == Driver) is { } gateway
            ? PaymentPage.Of(call, loaded.Value.Order, gateway)
            : Problem.NotFound("This shop takes no cards here.");
    }
}
