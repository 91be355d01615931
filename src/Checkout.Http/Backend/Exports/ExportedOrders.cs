using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Checkout.Stores;
using Checkout.Viewing;

namespace Checkout.Http.Backend.Exports;

/// <summary>The rows that a table has of the orders of a list, newest first, a few loaded at once.</summary>
internal sealed class ExportedOrders(IOrderList list, IOrderStore store, string shop, OrderQuery query)
{
    /// <summary>With the one that tells whether there are more, a thousand rows: as many as a storage transaction gives.</summary>
    private const int Page = 999;
    private const int AtOnce = 16;

    /// <exception cref="InvalidOperationException">The list refused its own cursor.</exception>
    public async IAsyncEnumerable<IEnumerable<ImmutableArray<Cell>>> Rows(
        ExportTable table,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var asked = new PageRequest(Page);
        do
        {
            var page = await list.Find(shop, query, asked, cancellation);
            if (!page.Succeeded)
                throw new InvalidOperationException(page.Problems[0].Message);
            foreach (var some in page.Value.Items.Chunk(AtOnce))
            {
                var orders = await Task.WhenAll(some.Select(line => store.Load(line.PublicOrderId, cancellation)));
                yield return orders.Where(stored => stored?.Order.ShopIdentifier == shop).SelectMany(stored => table.Rows(stored!.Order));
            }

            asked = asked with { After = page.Value.Next };
        } while (asked.After is not null);
    }
}
