namespace Checkout.Stores;

/// <summary>Counts the storage transactions that a request costs: cost is part of the design, and tests hold it.</summary>
public interface IStorageMeter
{
    /// <summary>Starts counting for the calling flow of control and everything it awaits.</summary>
    /// <param name="endpoint">Tags the metric.</param>
    IStorageTally Start(string? endpoint = null);
}
