using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Checkout.Viewing;

namespace Checkout.Http.Backend.Exports;

/// <summary>
/// CSV as RFC 4180 has it, with a line of names. A text that a spreadsheet would take for a formula gets an apostrophe before
/// it: customers write some of these texts.
/// </summary>
internal sealed class CsvWriter(ImmutableArray<string> columns) : IExportWriter<ImmutableArray<Cell>>
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",\r\n");

    public string ContentType => "text/csv; charset=utf-8";

    public string Extension => ExportFormat.Csv;

    public void Begin(IBufferWriter<byte> output) => Write(output, [.. columns.Select(name => (Cell)name)]);

    public void Write(IBufferWriter<byte> output, ImmutableArray<Cell> row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            if (i > 0)
                Put(output, ",");
            Put(output, Of(row[i]));
        }

        Put(output, "\r\n");
    }

    private static string Of(Cell cell)
    {
        if (cell.Number is { } number)
            return number.ToString(CultureInfo.InvariantCulture);
        var text = cell.Text ?? "";
        if (IsFormula(text))
            text = "'" + text;
        return text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    /// <summary>As OWASP lists the beginnings (CSV Injection); full-width forms count too.</summary>
    private static bool IsFormula(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';

    private static void Put(IBufferWriter<byte> output, string text) => Encoding.UTF8.GetBytes(text, output);
}
