namespace Checkout.Stores;

/// <summary>What was tried to deliver in the last days, by webhook.</summary>
public interface IWebhookDeliveries
{
    const int MostTransactions = 2;

    /// <summary>One storage transaction, and another for the first of a webhook's day in each process.</summary>
    Task Add(string shop, WebhookDelivery delivery, CancellationToken cancellation);

    /// <summary>
    /// Newest first, without their bodies: a storage transaction for each day that is looked through, at most
    /// <see cref="MostTransactions"/>. A page may have fewer than asked for, even none, though there is a next one.
    /// </summary>
    /// <param name="wasTaken">Null lists those that were taken and those that were not.</param>
    Task<PageOf<WebhookDelivery>> List(string shop, string webhook, bool? wasTaken, PageRequest page, CancellationToken cancellation);

    /// <summary>Null when there is none of that id, or it was too long ago.</summary>
    Task<WebhookDelivery?> Find(string shop, string webhook, string id, CancellationToken cancellation);
}
