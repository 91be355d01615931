using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Checkout.Http.PaymentFrame;

/// <summary>
/// The scripts that take payments in a browser, each joined of its parts in one scope. There is no other build step: what
/// is served is what is written, comments and all.
/// </summary>
internal static class PaymentScripts
{
    /// <summary><c>window.bold.Payments</c>, for shops' pages.</summary>
    public static readonly ServedScript Payments = new(
        Joined("words.js", "order.js", "stripe.js", "frame-card.js", "saved-methods.js", "payments.js")
    );

    /// <summary>Of the page in the frame, which carries it in itself.</summary>
    public static readonly string Page = Joined("words.js", "order.js", "stripe.js", "card-form.js", "page.js");

    private static string Joined(params ReadOnlySpan<string> parts)
    {
        var script = new StringBuilder("(() => {\n'use strict';\n");
        foreach (var part in parts)
            script.Append('\n').Append(PaymentPage.Resource(part));
        return script.Append("})();\n").ToString();
    }
}

/// <summary>A script as it goes out: the same bytes, and so the same integrity, until the host is another version.</summary>
internal sealed class ServedScript
{
    public ServedScript(string text)
    {
        Bytes = Encoding.UTF8.GetBytes(text);
        Integrity = "sha384-" + Convert.ToBase64String(SHA384.HashData(Bytes));
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
            gzip.Write(Bytes);
        Packed = packed.ToArray();
    }

    public byte[] Bytes { get; }

    /// <summary>The same, gzip.</summary>
    public byte[] Packed { get; }

    /// <summary>As a script element's <c>integrity</c> holds it.</summary>
    public string Integrity { get; }
}
