using Checkout.Http.Frame;
using Checkout.Stores;

namespace Checkout.Http.Backend.Orders;

/// <param name="Rebuilt">Orders whose lines were looked at.</param>
public sealed record RebuiltData(int Rebuilt, string? Next);

/// <summary>
/// Writes the lines of orders again from the orders, a page at a time (docs/contract/backend.md#rebuild-the-list): for orders
/// that were begun before there were lists.
/// </summary>
public sealed class RebuildOrderListEndpoint(IOrderStore store, IOrderList list, IOrderLookup lookup) : ISlice
{
    private const int AtOnce = 8;

    public async Task<Reply> Handle(Call call)
    {
        var page = call.Page();
        if (!page.Succeeded)
            return page.Problems;
        var ids = await list.All(call.ShopIdentifier, page.Value, call.Cancellation);
        if (!ids.Succeeded)
            return ids.Problems;
        await Parallel.ForEachAsync(
            ids.Value.Items,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = call.Cancellation },
            async (id, cancellation) =>
            {
                if (await store.Load(id, cancellation) is { } stored)
                    await lookup.Repair(stored.Order, cancellation);
            }
        );
        return Reply.Of(new RebuiltData(ids.Value.Items.Length, Paging.CursorOf(ids.Value.Next)));
    }
}
