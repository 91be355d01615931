using Checkout.Http.Frame;
using Checkout.Running;

namespace Checkout.Http.Backend.Orders;

/// <summary>Reads an order, with the journal of the Create Order that made it: one storage transaction.</summary>
public sealed class GetOrderEndpoint(OrderEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var order = await editor.Load(call.ShopIdentifier, call.OrderId, call.Cancellation);
        return Reply.Of(order, stored => StoredState.Of(stored.Order));
    }
}
