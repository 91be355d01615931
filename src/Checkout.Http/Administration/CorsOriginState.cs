using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Checkout.Http.Administration;

/// <param name="Id">Made from the domain, so that it needs no storage of its own.</param>
public sealed record CorsOriginState(int Id, string Domain)
{
    public static CorsOriginState Of(string origin) =>
        new(BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(origin))) & int.MaxValue, origin);
}

public sealed record CorsOriginRequest(string? Domain)
{
    /// <summary>The origin that browsers send: with scheme, without path, lower case.</summary>
    internal string? Origin =>
        Uri.TryCreate(
            Domain?.Contains("://", StringComparison.Ordinal) is true ? Domain : $"https://{Domain}",
            UriKind.Absolute,
            out var uri
        ) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri.GetLeftPart(UriPartial.Authority)
            : null;
}
