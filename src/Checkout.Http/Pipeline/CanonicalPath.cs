using System.Text;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Pipeline;

/// <summary>
/// The path that a client meant (docs/contract/README.md#paths): connectors join an address that ends in a slash and a path that
/// begins with one.
/// </summary>
public static class CanonicalPath
{
    /// <summary>
    /// All paths answer below it too. The Functions host refuses a path that begins with two slashes before anything of the app is
    /// asked; below a base it does not begin with them.
    /// </summary>
    public const string Base = "/bold";

    /// <summary>With one slash where there were several and without the base; the same path when there is nothing to change.</summary>
    public static PathString Of(PathString path)
    {
        var text = path.Value ?? "";
        if (text.Contains("//", StringComparison.Ordinal))
            text = OneSlash(text);
        if (text.StartsWith(Base + "/", StringComparison.Ordinal))
            text = text[Base.Length..];
        return text.Length == path.Value?.Length ? path : new PathString(text);
    }

    private static string OneSlash(string path)
    {
        var merged = new StringBuilder(path.Length);
        foreach (var c in path)
            if (c != '/' || merged.Length == 0 || merged[^1] != '/')
                merged.Append(c);
        return merged.ToString();
    }
}
