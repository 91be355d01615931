using Checkout.Viewing;

namespace Checkout.Stores;

/// <summary>
/// The orders of a shop by the rows that <see cref="IOrderLookup"/> keeps. Every page costs at most
/// <see cref="MostTransactions"/> storage transactions, however many orders there are.
/// </summary>
public interface IOrderList
{
    const int MostTransactions = 3;

    /// <summary>
    /// Newest first. What the rows are not sorted by is filtered while they are read, so a page may have fewer lines than asked
    /// for though there is a next one. Refused: a cursor of another list.
    /// </summary>
    Task<Result<PageOf<OrderSummary>>> Find(string shop, OrderQuery query, PageRequest asked, CancellationToken cancellation);

    /// <summary>How many are open, at most <paramref name="most"/>. One storage transaction for a thousand.</summary>
    Task<int> CountOpen(string shop, int most, CancellationToken cancellation);

    /// <summary>
    /// The public ids of all orders that were ever begun, newest first, whether they are listed or not: for the rows to be
    /// written again from the orders.
    /// </summary>
    Task<Result<PageOf<string>>> All(string shop, PageRequest asked, CancellationToken cancellation);
}
