using Checkout.Http.Frame;

namespace Checkout.Http.BigCommerce;

/// <summary>
/// An order by its number. A client's call costs two storage transactions, since the number must first lead to the order's
/// partition; a shopper's JWT names the order, so it costs one.
/// </summary>
public sealed class GetPlacedOrderEndpoint(NumberedOrder orders, OrderAnswers answers) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var order = await orders.Find(call);
        return order.Succeeded ? await answers.Found(call, order.Value) : order.Problems;
    }
}
