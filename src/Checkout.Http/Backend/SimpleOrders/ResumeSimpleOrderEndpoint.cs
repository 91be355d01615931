using Checkout.Http.Frame;
using Checkout.Running;
using Checkout.Stores;

namespace Checkout.Http.Backend.SimpleOrders;

/// <summary>
/// Opens a simple order again with a new JWT. One storage transaction, and a second for the saved methods of a known customer.
/// </summary>
public sealed class ResumeSimpleOrderEndpoint(OrderEditor editor, SimpleOrderOpening opening, ICustomerStore customers) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var loaded = await editor.Load(call.ShopIdentifier, call.OrderId, call.Cancellation);
        if (!loaded.Succeeded)
            return loaded.Problems;
        var order = loaded.Value.Order;
        var customer = await customers.OfOrder(order, call.Cancellation);
        return Reply.Of(await opening.Open(call, order, customer));
    }
}
