namespace Checkout.Testing.Tables;

/// <param name="Body">JSON as the storage protocol writes it, keys and ETag included.</param>
internal sealed record SortedRow(string Partition, string Key, string ETag, ReadOnlyMemory<byte> Body)
{
    public static readonly Comparer<SortedRow> ByKeys = Comparer<SortedRow>.Create(
        (one, other) =>
            string.CompareOrdinal(one.Partition, other.Partition) is var partition && partition != 0
                ? partition
                : string.CompareOrdinal(one.Key, other.Key)
    );
}
