using System.Collections.Concurrent;
using Fluid;

namespace Checkout.Mail.Letters;

/// <summary>
/// Liquid, less what could cost more than a letter is worth: no ranges, no captures, no loops in tables, and filters of our own alone,
/// which print no long texts. Steps, time and length are limited besides (<see cref="LiquidRun"/>).
/// </summary>
internal static class LiquidTemplates
{
    private const int MostKept = 500;

    private static readonly FluidParser Parser = Limited();
    private static readonly ConcurrentDictionary<string, Parsed> Known = new(StringComparer.Ordinal);

    /// <summary>The template, or why it is none.</summary>
    public static (IFluidTemplate? Template, string? Error) Parse(string source)
    {
        if (Known.TryGetValue(source, out var known))
            return (known.Template, known.Error);
        var parsed = Read(source);
        if (Known.Count >= MostKept)
            Known.Clear();
        Known.TryAdd(source, parsed);
        return (parsed.Template, parsed.Error);
    }

    private static Parsed Read(string source)
    {
        if (!Parser.TryParse(source, out var template, out var error))
            return new Parsed(null, error.Split('\n')[0].Trim());
        return LiquidNodes.HasRange(template) ? new Parsed(null, "Ranges such as (1..9) are not available.") : new Parsed(template, null);
    }

    private static FluidParser Limited()
    {
        var parser = new FluidParser(new FluidParserOptions { AllowFunctions = false });
        foreach (var tag in (string[])["capture", "cycle", "decrement", "echo", "ifchanged", "increment", "liquid", "render", "tablerow"])
            parser.RegisteredTags.Remove(tag);
        return parser;
    }

    private sealed record Parsed(IFluidTemplate? Template, string? Error);
}
