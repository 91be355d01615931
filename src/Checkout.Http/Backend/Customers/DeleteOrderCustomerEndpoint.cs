using Checkout.Changing.Customers;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Running;

namespace Checkout.Http.Backend.Customers;

/// <summary>Takes the customer off the order, so that another can be set (docs/contract/backend.md#delete-customer).</summary>
public sealed class DeleteOrderCustomerEndpoint(OrderEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var changed = await editor.Change(
            call.ShopIdentifier,
            call.OrderId,
            call.Actor,
            (order, _, occasion) => RemoveCustomer.Decide(order, occasion),
            call.Cancellation
        );
        return Reply.Of(changed, StateOnly.Of);
    }
}
