namespace Checkout.Stores;

/// <summary>A host that does not know its own address: letters have no link to it.</summary>
public sealed class NoOrderLinks : IOrderLinks
{
    public ValueTask<string?> Page(string shopIdentifier, string publicOrderId, CancellationToken cancellation) => new((string?)null);
}
