using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Stores;

namespace Checkout.Http.Backend.Orders;

public sealed record OrdersData(ImmutableArray<OrderRowState> Orders, string? Next);

/// <summary>
/// Lists and searches the orders of a shop, newest first (docs/contract/backend.md#list-orders): one storage transaction, or up
/// to three where filters leave out many.
/// </summary>
public sealed class ListOrdersEndpoint(IOrderList orders) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var (query, page) = (call.OrderQuery(), call.Page());
        if (!query.Succeeded)
            return query.Problems;
        if (!page.Succeeded)
            return page.Problems;
        var found = await orders.Find(call.ShopIdentifier, query.Value, page.Value, call.Cancellation);
        return Reply.Of(found, some => new OrdersData([.. some.Items.Select(OrderRowState.Of)], Paging.CursorOf(some.Next)));
    }
}
