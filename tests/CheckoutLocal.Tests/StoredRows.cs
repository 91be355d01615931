using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;

namespace Checkout.Local.Tests;

/// <summary>What the store really holds: every row of every table, whatever the product would show of it.</summary>
internal static class StoredRows
{
    /// <summary>Every row that holds one of these texts, in any column or in its document, table by table.</summary>
    public static async Task<List<string>> With(LocalCheckout checkout, IReadOnlyCollection<string> texts)
    {
        var tables = checkout.Service<CheckoutTables>();
        var found = new List<string>();
        foreach (var property in typeof(CheckoutTables).GetProperties().Where(p => p.PropertyType == typeof(TableClient)))
        {
            var table = (TableClient)property.GetValue(tables)!;
            await foreach (var row in table.QueryAsync<TableEntity>())
            {
                var stored =
                    string.Join('\n', row.Where(column => column.Value is not byte[]).Select(column => $"{column.Value}")) + Document(row);
                found.AddRange(
                    texts
                        .Where(text => stored.Contains(text, StringComparison.OrdinalIgnoreCase))
                        .Select(text => $"{table.Name} {row.PartitionKey} {row.RowKey}: {text}")
                );
            }
        }

        return found;
    }

    private static string Document(TableEntity row)
    {
        var bytes = Enumerable.Range(0, 16).SelectMany(i => row.TryGetValue($"s{i}", out var chunk) ? (byte[])chunk : []).ToArray();
        if (!row.ContainsKey("encoding"))
            return Encoding.UTF8.GetString(bytes);
        using var document = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress))
            brotli.CopyTo(document);
        return Encoding.UTF8.GetString(document.ToArray());
    }
}
