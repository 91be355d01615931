namespace Checkout.Stores;

/// <summary>A running count; it may be read at any time, also after its end.</summary>
public sealed class StorageTransactionCount : IStorageTally
{
    private readonly StorageTransactionCount? outer;
    private readonly Action<StorageTransactionCount?> end;
    private int total;

    internal StorageTransactionCount(StorageTransactionCount? outer, string? endpoint, Action<StorageTransactionCount?> end)
    {
        this.outer = outer;
        this.end = end;
        Endpoint = endpoint;
    }

    public string? Endpoint { get; }

    public int Transactions => Volatile.Read(ref total);

    public void Dispose() => end(outer);

    internal void Add()
    {
        Interlocked.Increment(ref total);
        outer?.Add();
    }
}
