using System.IO.Compression;
using Azure.Data.Tables;

namespace Checkout.AzureStorage.Tables;

/// <summary>
/// A document in the binary properties s0, s1, … of a row, since a property holds 64 KiB and a row 1 MiB. A large
/// one is compressed; a small one is left readable.
/// </summary>
internal static class ChunkedDocument
{
    public const int ChunkSize = 64 * 1024;

    /// <summary>What fits beside the query columns.</summary>
    public const int MostChunks = 15;
    private const int CompressAbove = 4 * ChunkSize;
    private const string Encoding = "encoding";

    public static void Put(TableEntity row, ReadOnlyMemory<byte> document)
    {
        var stored = document;
        if (document.Length > CompressAbove)
        {
            stored = Compress(document);
            row[Encoding] = "br";
        }

        var chunks = (stored.Length + ChunkSize - 1) / ChunkSize;
        if (chunks > MostChunks)
            throw new InvalidOperationException(
                $"The document of row {row.RowKey} has {stored.Length} bytes; a row holds {MostChunks * ChunkSize}."
            );
        for (var i = 0; i < chunks; i++)
            row[Name(i)] = stored.Slice(i * ChunkSize, Math.Min(ChunkSize, stored.Length - (i * ChunkSize))).ToArray();
    }

    public static byte[] Get(TableEntity row)
    {
        var first = row.GetBinary(Name(0)) ?? throw new InvalidDataException($"Row {row.RowKey} holds no document.");
        byte[] stored = first.Length < ChunkSize ? first : Join(row);
        return row.GetString(Encoding) switch
        {
            null => stored,
            "br" => Decompress(stored),
            var other => throw new InvalidDataException($"Row {row.RowKey} is encoded as {other}, which this program does not know."),
        };
    }

    private static string Name(int chunk) => $"s{chunk}";

    private static byte[] Join(TableEntity row)
    {
        using var whole = new MemoryStream();
        for (var i = 0; row.GetBinary(Name(i)) is { } chunk; i++)
            whole.Write(chunk);
        return whole.ToArray();
    }

    private static byte[] Compress(ReadOnlyMemory<byte> document)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest))
            brotli.Write(document.Span);
        return compressed.ToArray();
    }

    private static byte[] Decompress(byte[] stored)
    {
        using var document = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(stored), CompressionMode.Decompress))
            brotli.CopyTo(document);
        return document.ToArray();
    }
}
