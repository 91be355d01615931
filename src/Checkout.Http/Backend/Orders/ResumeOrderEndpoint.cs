using Checkout.Http.Frame;
using Checkout.Running;
using Checkout.Stores;

namespace Checkout.Http.Backend.Orders;

/// <summary>
/// Opens an order again, processed or not, with a new JWT (docs/contract/backend.md#resume-order). One storage
/// transaction, and a second for the saved methods of a known customer.
/// </summary>
public sealed class ResumeOrderEndpoint(OrderEditor editor, OrderOpening opening, ICustomerStore customers) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var id = (await call.Read<ResumeOrderRequest>()).Then(Check);
        if (!id.Succeeded)
            return id.Problems;
        var loaded = await editor.Load(call.ShopIdentifier, id.Value, call.Cancellation);
        if (!loaded.Succeeded)
            return loaded.Problems;

        var order = loaded.Value.Order;
        var customer = await customers.OfOrder(order, call.Cancellation);
        return Reply.Of(await opening.Open(call, order, customer));
    }

    private static Result<string> Check(ResumeOrderRequest request) =>
        new Fields().Required("public_order_id", request.PublicOrderId).Then(() => request.PublicOrderId!);
}

public sealed record ResumeOrderRequest(string? PublicOrderId);
