using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Checkout.Viewing;

namespace Checkout.Http.Backend.Exports;

/// <summary>JSON Lines: an object a line, with the names of the columns.</summary>
internal sealed class JsonLinesWriter(ImmutableArray<string> columns) : IExportWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ContentType => "application/jsonl; charset=utf-8";

    public string Extension => "jsonl";

    public void Begin(IBufferWriter<byte> output) { }

    public void Write(IBufferWriter<byte> output, ImmutableArray<Cell> row)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            for (var i = 0; i < row.Length; i++)
            {
                if (row[i].Number is { } number)
                    json.WriteNumber(columns[i], number);
                else
                    json.WriteString(columns[i], row[i].Text);
            }

            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }
}
