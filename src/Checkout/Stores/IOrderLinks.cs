namespace Checkout.Stores;

/// <summary>Addresses of pages that this deployment serves to shoppers.</summary>
public interface IOrderLinks
{
    /// <summary>
    /// The page of an order: the checkout while it is open, its status after (docs/hosted-checkout.md). Null where the deployment
    /// does not know its own address.
    /// </summary>
    ValueTask<string?> Page(string shopIdentifier, string publicOrderId, CancellationToken cancellation);
}
