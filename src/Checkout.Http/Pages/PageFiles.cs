using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Checkout.Http.Pages;

/// <summary>
/// The scripts and styles of our own pages, as they are in the build. Their address holds a hash of all of them, so that they
/// can be cached for good and a new release is seen at once.
/// </summary>
internal static class PageFiles
{
    private const string Prefix = "pages/";

    private static readonly FrozenDictionary<string, string> Texts = Read();

    /// <summary>Of all files together.</summary>
    public static string Version { get; } = Hash();

    /// <summary>Null when there is no such file.</summary>
    public static string? Find(string folder, string file) => Texts.GetValueOrDefault($"{folder}/{file}");

    /// <summary>The names of a folder's files with that ending, in alphabetical order.</summary>
    public static IEnumerable<string> Names(string folder, string ending) =>
        Texts
            .Keys.Where(path => path.StartsWith($"{folder}/", StringComparison.Ordinal) && path.EndsWith(ending, StringComparison.Ordinal))
            .Select(path => path[(folder.Length + 1)..])
            .Order(StringComparer.Ordinal);

    public static string Text(string path) => Texts[path];

    public static string TypeOf(string file) =>
        Path.GetExtension(file) switch
        {
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "text/plain; charset=utf-8",
        };

    private static FrozenDictionary<string, string> Read() =>
        typeof(PageFiles)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..].Replace('\\', '/'), Content, StringComparer.Ordinal);

    private static string Content(string name)
    {
        using var reader = new StreamReader(typeof(PageFiles).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, text) in Texts.OrderBy(t => t.Key, StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\n{text}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
