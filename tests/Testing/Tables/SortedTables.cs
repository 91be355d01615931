using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Checkout.Testing.Tables;

/// <summary>
/// Tables in memory behind the storage protocol, each sorted by its keys as Azure keeps them: what a range costs depends on its
/// rows and not on those beside it, which an emulator cannot say of many rows. It knows what is needed to fill them, once and
/// by one writer, and to read them: a write that loses against another one is a fault here. Columns are all returned, whatever
/// is selected, and a page ends after a thousand rows and nowhere else.
/// </summary>
public sealed partial class SortedTables : HttpMessageHandler
{
    private const int MostRows = 1000;
    private const string NextPartition = "x-ms-continuation-NextPartitionKey";
    private const string NextRow = "x-ms-continuation-NextRowKey";

    private readonly Lock turn = new();
    private readonly Dictionary<string, SortedSet<SortedRow>> tables = new(StringComparer.Ordinal);
    private long writes;

    /// <summary>Of an account whose requests this handler answers.</summary>
    public static string ConnectionString => "AccountName=a;AccountKey=YQ==;TableEndpoint=http://127.0.0.1/a";

    /// <summary>Rows of all tables.</summary>
    public int Rows => tables.Values.Sum(table => table.Count);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (turn)
            return Answer(request, body);
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, string body)
    {
        var address = request.RequestUri!;
        if (address.AbsolutePath.EndsWith("$batch", StringComparison.Ordinal))
            return Group(body);
        if (request.Method == HttpMethod.Get)
            return Row(address) is { } asked ? One(TableName(address), asked) : Range(address);
        var etag = Write(new Operation(request.Method.Method, address, request.Headers.IfMatch.ToString(), body));
        var answer = new HttpResponseMessage(etag is null ? HttpStatusCode.NotFound : HttpStatusCode.NoContent);
        if (etag is { Length: > 0 })
            answer.Headers.TryAddWithoutValidation("ETag", etag);
        return answer;
    }

    private HttpResponseMessage One(string table, SortedRow asked)
    {
        if (!TableOf(table).TryGetValue(asked, out var found))
            return Json(
                HttpStatusCode.NotFound,
                """{"odata.error":{"code":"ResourceNotFound","message":{"lang":"en","value":"There is no such row."}}}"""u8.ToArray()
            );
        var answer = Json(HttpStatusCode.OK, found.Body.ToArray());
        answer.Headers.TryAddWithoutValidation("ETag", found.ETag);
        return answer;
    }

    private HttpResponseMessage Range(Uri address)
    {
        var query = Query(address);
        var filter = TableFilter.Read(query["$filter"]);
        var (partition, row) = query.TryGetValue("NextPartitionKey", out var next)
            ? (next, query.GetValueOrDefault("NextRowKey", ""))
            : filter.From();
        var most = Math.Min(query.TryGetValue("$top", out var top) ? int.Parse(top, CultureInfo.InvariantCulture) : MostRows, MostRows);
        var table = TableOf(TableName(address));
        var found = 0;
        using var value = new MemoryStream();
        value.Write("""{"value":["""u8);
        SortedRow? more = null;
        if (table.Max is { } last && SortedRow.ByKeys.Compare(new SortedRow(partition, row, "", default), last) <= 0)
            foreach (var candidate in table.GetViewBetween(new SortedRow(partition, row, "", default), last))
            {
                if (filter.IsBehind(candidate))
                    break;
                if (found == most)
                {
                    more = candidate;
                    break;
                }

                if (!filter.Matches(candidate))
                    continue;
                if (found++ > 0)
                    value.Write(","u8);
                value.Write(candidate.Body.Span);
            }

        value.Write("]}"u8);
        var answer = Json(HttpStatusCode.OK, value.ToArray());
        if (more is not null)
        {
            answer.Headers.Add(NextPartition, more.Partition);
            answer.Headers.Add(NextRow, more.Key);
        }

        return answer;
    }

    private HttpResponseMessage Group(string batch)
    {
        var answers = new StringBuilder();
        foreach (var operation in Operations(batch))
            answers
                .Append("--changes\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"HTTP/1.1 204 No Content\r\nETag: {Write(operation) ?? throw Lost(operation)}\r\n\r\n\r\n"
                );
        var content = new StringContent(
            $"--batch\r\nContent-Type: multipart/mixed; boundary=changes\r\n\r\n{answers}--changes--\r\n--batch--\r\n",
            Encoding.UTF8
        );
        content.Headers.ContentType = new MediaTypeHeaderValue("multipart/mixed") { Parameters = { new("boundary", "batch") } };
        return new HttpResponseMessage(HttpStatusCode.Accepted) { Content = content };
    }

    /// <summary>The new ETag, empty of a deleted row; null when there is no row to delete.</summary>
    private string? Write(Operation operation)
    {
        var asked = Row(operation.Address);
        if (operation.Method == "POST")
        {
            using var body = JsonDocument.Parse(operation.Body);
            asked = new SortedRow(
                body.RootElement.GetProperty("PartitionKey").GetString()!,
                body.RootElement.GetProperty("RowKey").GetString()!,
                "",
                default
            );
        }

        var table = TableOf(TableName(operation.Address));
        var isThere = table.TryGetValue(asked!, out var before);
        if (operation.Method == "DELETE" && !isThere)
            return null;
        if (operation.Method == "POST" ? isThere : operation.IfMatch is not ("" or "*") && before?.ETag != operation.IfMatch)
            throw Lost(operation);
        table.Remove(asked!);
        if (operation.Method == "DELETE")
            return "";
        if (operation.Method is not ("POST" or "PUT"))
            throw new NotSupportedException(operation.Method);
        var etag = string.Create(CultureInfo.InvariantCulture, $"W/\"datetime'{++writes}'\"");
        table.Add(asked! with { ETag = etag, Body = Encoding.UTF8.GetBytes(Tagged(operation.Body, etag)) });
        return etag;
    }

    private static string Tagged(string body, string etag) =>
        $"{{\"odata.etag\":{JsonSerializer.Serialize(etag)},{body.AsSpan(body.IndexOf('{') + 1)}";

    private static InvalidOperationException Lost(Operation operation) =>
        new($"{operation.Method} {operation.Address} meets another row than it expects: these tables have one writer.");

    private static IEnumerable<Operation> Operations(string batch)
    {
        Operation? operation = null;
        foreach (var line in batch.Split('\n').Select(line => line.TrimEnd('\r')))
        {
            if (line.EndsWith(" HTTP/1.1", StringComparison.Ordinal) && line.Split(' ') is [var method, var address, _])
            {
                if (operation is not null)
                    yield return operation;
                operation = new Operation(method, new Uri(address), "", "");
            }
            else if (operation is not null && line.StartsWith("If-Match: ", StringComparison.OrdinalIgnoreCase))
            {
                operation = operation with { IfMatch = line["If-Match: ".Length..] };
            }
            else if (operation is not null && line.StartsWith('{'))
            {
                operation = operation with { Body = line };
            }
        }

        if (operation is not null)
            yield return operation;
    }

    private static HttpResponseMessage Json(HttpStatusCode status, byte[] body) =>
        new(status) { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };

    private SortedSet<SortedRow> TableOf(string name)
    {
        if (!tables.TryGetValue(name, out var table))
            tables[name] = table = new SortedSet<SortedRow>(SortedRow.ByKeys);
        return table;
    }

    private static string TableName(Uri address) => Uri.UnescapeDataString(address.Segments[2]).Split('(')[0];

    /// <summary>The keys in the address of a row; null in that of a table.</summary>
    private static SortedRow? Row(Uri address) =>
        KeysInAddress().Match(Uri.UnescapeDataString(address.AbsolutePath)) is { Success: true } keys
            ? new SortedRow(keys.Groups["partition"].Value, keys.Groups["row"].Value, "", default)
            : null;

    private static Dictionary<string, string> Query(Uri address) =>
        address
            .Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .ToDictionary(
                part => Uri.UnescapeDataString(part[0]),
                part => Uri.UnescapeDataString(part[1].Replace('+', ' ')),
                StringComparer.Ordinal
            );

    [GeneratedRegex(@"\(PartitionKey='(?<partition>[^']*)',RowKey='(?<row>[^']*)'\)", RegexOptions.None, 1000)]
    private static partial Regex KeysInAddress();

    private sealed record Operation(string Method, Uri Address, string IfMatch, string Body);
}
