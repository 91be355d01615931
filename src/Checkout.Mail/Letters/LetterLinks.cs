namespace Checkout.Mail.Letters;

/// <summary>URLs that a letter may hold; null for the others.</summary>
internal static class LetterLinks
{
    /// <summary>Links lead to the web and nowhere else.</summary>
    public static string? Link(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? url
            : null;

    /// <summary>Pictures are shown by absolute https URL; a reader's mail program asks for nothing else.</summary>
    public static string? Picture(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps ? url : null;
}
