using Checkout.Http.Frame;

namespace Checkout.Http.Backend.Exports;

/// <summary>The format that a call asks an export in.</summary>
public static class ExportFormat
{
    public const string Parameter = "format";
    public const string Csv = "csv";
    public const string JsonLines = "jsonl";

    /// <summary>CSV when it is left out.</summary>
    internal static string Of(Call call, Fields fields)
    {
        var format = call.Parameter(Parameter) is { Length: > 0 } given ? given : Csv;
        fields.OneOf(Parameter, format, Csv, JsonLines);
        return format;
    }
}
