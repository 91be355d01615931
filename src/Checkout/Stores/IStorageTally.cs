namespace Checkout.Stores;

/// <summary>The count so far; disposing it ends the counting.</summary>
public interface IStorageTally : IDisposable
{
    int Transactions { get; }
}
