using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Checkout.Viewing;

namespace Checkout.Http.Backend.Exports;

/// <summary>JSON Lines: an object a line, with the names of the columns.</summary>
internal sealed class JsonLinesWriter(ImmutableArray<string> columns) : IExportWriter<ImmutableArray<Cell>>
{
    internal const string Type = "application/jsonl; charset=utf-8";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ContentType => Type;

    public string Extension => ExportFormat.JsonLines;

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
