using Checkout.Http.Dialects;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Running;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Backend.Orders;

/// <summary>Reads an order: one storage transaction.</summary>
public sealed class GetOrderEndpoint(OrderEditor editor) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var order = await editor.Load(call.ShopIdentifier, call.OrderId, call.Cancellation);
        return Answers.Of(order, stored => StateOnly.Of(stored.Order));
    }
}
