using System.Collections.Frozen;
using System.Text;

namespace Checkout.Mail.Letters;

/// <summary>The built-in templates and words, as they are in the build.</summary>
internal static class LetterFiles
{
    private const string Prefix = "letters/";

    private static readonly FrozenDictionary<string, string> Texts = typeof(LetterFiles)
        .Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..].Replace('\\', '/'), Content, StringComparer.Ordinal);

    /// <summary>Null when there is none, such as a part that a template includes and nobody wrote.</summary>
    public static string? Template(string name) => Texts.GetValueOrDefault($"templates/{name}.liquid");

    public static string Words(string language) => Texts[$"words/{language}.json"];

    private static string Content(string name)
    {
        using var reader = new StreamReader(typeof(LetterFiles).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
