using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Checkout.AzureStorage;

/// <summary>Ids from the operating system's cryptographic source and the clock.</summary>
public sealed class RandomIdSource(TimeProvider time) : IIdSource
{
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private readonly Lock gate = new();
    private long lastMillisecond;
    private UInt128 lastRandom;

    public string PublicId() => RandomNumberGenerator.GetString(Base62, 64);

    /// <summary>
    /// 48 bits of milliseconds, 80 of randomness. Within a process each is greater than the one before, also within
    /// a millisecond and when the clock is set back, since the order of messages hangs on it.
    /// </summary>
    public string Ulid()
    {
        UInt128 id;
        lock (gate)
        {
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            if (now > lastMillisecond)
            {
                lastMillisecond = now;
                lastRandom = Random80();
            }
            else if (++lastRandom >> 80 != 0)
            {
                lastMillisecond++;
                lastRandom = Random80();
            }

            id = ((UInt128)(ulong)lastMillisecond << 80) | lastRandom;
        }

        return string.Create(
            26,
            id,
            static (text, value) =>
            {
                for (var i = text.Length - 1; i >= 0; i--, value >>= 5)
                    text[i] = Crockford[(int)(value & 31)];
            }
        );
    }

    public long OrderId() => (time.GetUtcNow().ToUnixTimeMilliseconds() * 1000) + RandomNumberGenerator.GetInt32(1000);

    private static UInt128 Random80()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[6..]);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
