using System.Security.Cryptography;
using System.Text;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.Http.Frame.SignIn;

/// <summary>
/// 80 bits of a keyed hash in 16 letters and digits that people do not mix up. The key is the signing key, which only the
/// deployment has; a code can be calculated again while that version of it is enabled.
/// </summary>
public sealed class GiftCardCodes(SigningKeys keys) : IGiftCardCodes
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 16;
    private const int Group = 4;

    public async Task<string> Make(string shop, string seed, CancellationToken cancellation) =>
        CodeOf((await keys.Raw(cancellation))[0], shop, seed);

    public async Task<string?> Again(string shop, string seed, string cardId, CancellationToken cancellation) =>
        (await keys.Raw(cancellation)).Select(key => CodeOf(key, shop, seed)).FirstOrDefault(code => GiftCardCode.HashOf(code) == cardId);

    private static string CodeOf(byte[] key, string shop, string seed)
    {
        var hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"gift card\n{shop}\n{seed}"));
        var code = new StringBuilder(Length + (Length / Group));
        for (var i = 0; i < Length; i++)
        {
            if (i > 0 && i % Group == 0)
                code.Append('-');
            code.Append(Alphabet[hash[i] & 31]);
        }

        return code.ToString();
    }
}
