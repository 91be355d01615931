using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Checkout.Testing.Tables;

/// <summary>
/// A $filter of the table protocol: comparisons of columns with literals, joined by <c>and</c>, <c>or</c> and parentheses. What
/// it says of the keys bounds the range that is read, as it does in Azure.
/// </summary>
internal abstract partial record TableFilter
{
    private const string Partition = "PartitionKey";
    private const string Row = "RowKey";

    public abstract bool Matches(SortedRow row);

    /// <summary>No row before this one matches.</summary>
    public (string Partition, string Row) From()
    {
        var partition = Keys(Partition, "eq", "ge", "gt").Max(StringComparer.Ordinal) ?? "";
        return (partition, Keys(Partition, "eq").Any() ? Keys(Row, "eq", "ge", "gt").Max(StringComparer.Ordinal) ?? "" : "");
    }

    /// <summary>Neither the row nor any that comes after it matches.</summary>
    public bool IsBehind(SortedRow row) =>
        Keys(Partition, "eq", "le").Any(key => string.CompareOrdinal(row.Partition, key) > 0)
        || Keys(Partition, "lt").Any(key => string.CompareOrdinal(row.Partition, key) >= 0)
        || (
            Keys(Partition, "eq").Any()
            && (
                Keys(Row, "eq", "le").Any(key => string.CompareOrdinal(row.Key, key) > 0)
                || Keys(Row, "lt").Any(key => string.CompareOrdinal(row.Key, key) >= 0)
            )
        );

    /// <exception cref="NotSupportedException">The filter has more than comparisons, and, or and parentheses.</exception>
    public static TableFilter Read(string filter)
    {
        var tokens = new Queue<string>(Token().Matches(filter).Select(match => match.Value));
        var read = Any(tokens);
        return tokens.Count == 0 ? read : throw new NotSupportedException(filter);
    }

    private IEnumerable<string> Keys(string column, params string[] operators) =>
        Conditions()
            .OfType<Comparison>()
            .Where(c => c.Column == column && operators.Contains(c.Operator, StringComparer.Ordinal))
            .Select(c => c.Text);

    /// <summary>All of them hold where the filter does.</summary>
    private IEnumerable<TableFilter> Conditions() => this is Every every ? every.Of.SelectMany(f => f.Conditions()) : [this];

    private static TableFilter Any(Queue<string> tokens)
    {
        List<TableFilter> parts = [All(tokens)];
        while (tokens.TryPeek(out var next) && next == "or")
        {
            tokens.Dequeue();
            parts.Add(All(tokens));
        }

        return parts is [var single] ? single : new Some(parts);
    }

    private static TableFilter All(Queue<string> tokens)
    {
        List<TableFilter> parts = [One(tokens)];
        while (tokens.TryPeek(out var next) && next == "and")
        {
            tokens.Dequeue();
            parts.Add(One(tokens));
        }

        return parts is [var single] ? single : new Every(parts);
    }

    private static TableFilter One(Queue<string> tokens)
    {
        var first = tokens.Dequeue();
        if (first != "(")
            return new Comparison(first, tokens.Dequeue(), tokens.Dequeue());
        var inner = Any(tokens);
        return tokens.Dequeue() == ")" ? inner : throw new NotSupportedException("A parenthesis is open.");
    }

    [GeneratedRegex(@"\(|\)|(?:datetime)?'(?:[^']|'')*'|[^\s()']+", RegexOptions.None, 1000)]
    private static partial Regex Token();

    private sealed record Every(IReadOnlyList<TableFilter> Of) : TableFilter
    {
        public override bool Matches(SortedRow row) => Of.All(part => part.Matches(row));
    }

    private sealed record Some(IReadOnlyList<TableFilter> Of) : TableFilter
    {
        public override bool Matches(SortedRow row) => Of.Any(part => part.Matches(row));
    }

    private sealed record Comparison(string Column, string Operator, string Literal) : TableFilter
    {
        private const string DateTime = "datetime";

        public string Text { get; } = Literal.Trim('\'').Replace("''", "'", StringComparison.Ordinal);

        public override bool Matches(SortedRow row)
        {
            if (Column is Partition or Row)
                return Holds(string.CompareOrdinal(Column == Partition ? row.Partition : row.Key, Text));
            using var body = JsonDocument.Parse(row.Body);
            return body.RootElement.TryGetProperty(Column, out var value) && Holds(Compare(value));
        }

        private int Compare(JsonElement value)
        {
            if (Literal[0] == '\'')
                return string.CompareOrdinal(value.GetString(), Text);
            if (Literal.StartsWith(DateTime, StringComparison.Ordinal))
                return value
                    .GetDateTimeOffset()
                    .CompareTo(DateTimeOffset.Parse(Literal[(DateTime.Length + 1)..^1], CultureInfo.InvariantCulture));
            return long.Parse(value.ToString(), CultureInfo.InvariantCulture)
                .CompareTo(long.Parse(Literal.TrimEnd('L'), CultureInfo.InvariantCulture));
        }

        private bool Holds(int compared) =>
            Operator switch
            {
                "eq" => compared == 0,
                "ne" => compared != 0,
                "lt" => compared < 0,
                "le" => compared <= 0,
                "gt" => compared > 0,
                "ge" => compared >= 0,
                _ => throw new NotSupportedException(Operator),
            };
    }
}
