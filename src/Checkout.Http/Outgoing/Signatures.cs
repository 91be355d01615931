using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Checkout.Http.Outgoing;

/// <summary>How requests to plugins, overrides and connectors are signed (docs/contract/plugins.md#signatures).</summary>
internal static class Signatures
{
    /// <summary>
    /// Authorization over request target and date (draft-cavage, what npm http-signature verifies), and the header for
    /// servers that never see Authorization, over x-bold-date.
    /// </summary>
    /// <param name="signed">What Authorization covers.</param>
    public static void SignForPlugin(
        HttpRequestMessage request,
        string keyId,
        string secret,
        DateTimeOffset now,
        SignedPart signed = SignedPart.TargetAndDate
    )
    {
        var date = now.ToString("R", CultureInfo.InvariantCulture);
        request.Headers.TryAddWithoutValidation("Date", date);
        request.Headers.TryAddWithoutValidation("X-Bold-Date", date);
        var authorization =
            signed is SignedPart.Date
                ? Header(keyId, "date", $"date: {date}", secret)
                : Header(
                    keyId,
                    "(request-target) date",
                    $"(request-target): {request.Method.Method.ToLowerInvariant()} {request.RequestUri!.PathAndQuery}\ndate: {date}",
                    secret
                );
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        request.Headers.TryAddWithoutValidation("X-Bold-Api-Authorization", Header(keyId, "x-bold-date", $"x-bold-date: {date}", secret));
    }

    /// <summary>X-HMAC over the timestamp, and Signature over its header: the remote state authority and platform connectors.</summary>
    public static void SignForConnector(HttpRequestMessage request, string secret, DateTimeOffset now)
    {
        var timestamp = now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        request.Headers.TryAddWithoutValidation("X-HMAC-Timestamp", timestamp);
        request.Headers.TryAddWithoutValidation("X-HMAC", Hmac(timestamp, secret));
        request.Headers.TryAddWithoutValidation(
            "Signature",
            Header("checkout", "x-hmac-timestamp", $"x-hmac-timestamp: {timestamp}", secret)["Signature ".Length..]
        );
    }

    public static string Hmac(string text, string secret) => Hmac(Encoding.UTF8.GetBytes(text), secret);

    public static string Hmac(ReadOnlySpan<byte> bytes, string secret) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), bytes));

    private static string Header(string keyId, string headers, string text, string secret) =>
        $"Signature keyId=\"{keyId}\",algorithm=\"hmac-sha256\",headers=\"{headers}\",signature=\"{Hmac(text, secret)}\"";
}

internal enum SignedPart
{
    TargetAndDate,
    Date,
}
