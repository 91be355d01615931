using System.Buffers;
using System.Text.Json;
using Checkout.Http.Backend.Exports;

namespace Checkout.Http.Administration.Customers;

/// <summary>JSON Lines with a whole customer in each, as the list has them.</summary>
internal sealed class CustomerLinesWriter : IExportWriter<ListedCustomer>
{
    public string ContentType => JsonLinesWriter.Type;

    public string Extension => ExportFormat.JsonLines;

    public void Begin(IBufferWriter<byte> output) { }

    public void Write(IBufferWriter<byte> output, ListedCustomer row)
    {
        using (var json = new Utf8JsonWriter(output))
            JsonSerializer.Serialize(json, row, CustomerJson.Default.ListedCustomer);
        output.Write("\n"u8);
    }
}
