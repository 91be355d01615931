using Checkout.Orders;

namespace Checkout.Stores;

/// <summary>
/// What is kept of a person beside the orders' documents, for those who forget it. Every step is bounded and harmless when it is
/// repeated, so that a crash is made good by doing it again.
/// </summary>
public interface IPersonalData
{
    /// <summary>Notes that a person is to be forgotten; the caller sets the wake-up.</summary>
    Task Request(string shop, Person person, CancellationToken cancellation);

    /// <summary>Who is to be forgotten, and where the search for their orders goes on; null when that is done.</summary>
    Task<(Person Person, string? After)?> Requested(string shop, string requestId, CancellationToken cancellation);

    /// <summary>Notes how far the search has come.</summary>
    Task Proceed(string shop, string requestId, string after, CancellationToken cancellation);

    /// <summary>Nothing is left to do for the request.</summary>
    Task Complete(string shop, string requestId, CancellationToken cancellation);

    /// <summary>The record, its saved methods, open checkouts and gift cards that lead from the person.</summary>
    Task ForgetRecords(string shop, Person person, CancellationToken cancellation);

    /// <summary>The person's orders; a page of the whole table, which may hold none and is not the last until its next is null.</summary>
    Task<PageOf<string>> OrdersOf(string shop, Person person, string? after, CancellationToken cancellation);

    /// <summary>Orders that were begun before a time and after another, newest first.</summary>
    Task<PageOf<string>> OrdersBegun(
        string shop,
        DateTimeOffset? after,
        DateTimeOffset before,
        PageRequest page,
        CancellationToken cancellation
    );

    /// <summary>
    /// What is beside the document of an order: details on the timeline, messages that wait and those that were given up, the
    /// shopper's part in limited discount codes.
    /// </summary>
    Task ForgetBeside(Order order, CancellationToken cancellation);

    /// <summary>One storage transaction.</summary>
    Task<Retention> Retained(string shop, CancellationToken cancellation);

    Task Retain(string shop, Retention retention, CancellationToken cancellation);
}
