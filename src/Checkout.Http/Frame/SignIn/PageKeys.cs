using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Checkout.Http.Frame.SignIn;

/// <summary>
/// The key in the link of an order's page. It is good for as long as the version of the signing key that made it is enabled,
/// so links in letters outlive a rotation.
/// </summary>
public sealed class PageKeys(SigningKeys keys)
{
    private const int Length = 16;

    public async ValueTask<string> Of(string shopIdentifier, string publicOrderId, CancellationToken cancellation)
    {
        var all = await keys.Raw(cancellation);
        return Text(Mac(all[0], shopIdentifier, publicOrderId));
    }

    public async ValueTask<bool> Opens(string shopIdentifier, string publicOrderId, string? key, CancellationToken cancellation)
    {
        if (key is null || !Base64Url.IsValid(key))
            return false;
        var given = Base64Url.DecodeFromChars(key);
        var opens = false;
        foreach (var known in await keys.Raw(cancellation))
            opens |= CryptographicOperations.FixedTimeEquals(given, Mac(known, shopIdentifier, publicOrderId));
        return opens;
    }

    private static byte[] Mac(byte[] key, string shopIdentifier, string publicOrderId) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"page\n{shopIdentifier}\n{publicOrderId}"))[..Length];

    private static string Text(byte[] mac) => Base64Url.EncodeToString(mac);
}
