namespace Checkout.Stores;

/// <summary>The wake-ups of a shop that people may want to look at.</summary>
public interface IWaitingWork
{
    const int MostTransactions = 2;

    /// <summary>
    /// Those that are due by then, and those that were put off and come again soon; by when they are due. At most
    /// <see cref="MostTransactions"/> storage transactions. Refused: a cursor of another list.
    /// </summary>
    Task<Result<PageOf<WakeUp>>> Waiting(string shop, DateTimeOffset by, PageRequest asked, CancellationToken cancellation);

    /// <summary>
    /// As it is kept, by shop, order, kind, time and attempt; null when it is done. One storage transaction, two where the shop has
    /// none such.
    /// </summary>
    Task<WakeUp?> Find(WakeUp wakeUp, CancellationToken cancellation);
}
