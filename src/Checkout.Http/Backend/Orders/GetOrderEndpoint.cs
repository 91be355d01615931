using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Running;

namespace Checkout.Http.Backend.Orders;

/// <summary>Reads an order: one storage transaction.</summary>
public sealed class GetOrderEndpoint(OrderEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var order = await editor.Load(call.ShopIdentifier, call.OrderId, call.Cancellation);
        return Reply.Of(order, stored => StateOnly.Of(stored.Order));
    }
}
