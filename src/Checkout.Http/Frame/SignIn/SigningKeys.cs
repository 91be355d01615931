using System.Collections.Immutable;
using System.Text;
using Checkout.Stores;
using Microsoft.IdentityModel.Tokens;

namespace Checkout.Http.Frame.SignIn;

/// <summary>
/// The keys that JWTs are signed with: versions of one secret. A new one verifies at once and signs as soon as every
/// host must have heard of it; an older one verifies until the last token it may have signed has expired. So a rotation
/// signs nobody out (docs/contract/decisions.md#d10).
/// </summary>
public sealed class SigningKeys(ISecrets secrets, TimeProvider time) : IDisposable
{
    public const string SecretName = "jwt-signing-key";

    /// <summary>How long a host goes on with what it read.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);

    /// <summary>By then a new version is known everywhere: our own memory and that of the secret source behind it.</summary>
    private static readonly TimeSpan Spread = TimeSpan.FromMinutes(15);

    /// <summary>An unknown key id asks for the newest keys, but not with every forged token.</summary>
    private static readonly TimeSpan LeastAge = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile Keys? current;

    public async ValueTask<SecurityKey> ForSigning(CancellationToken cancellation)
    {
        var keys = (await Read(Freshness, cancellation)).All;
        var now = time.GetUtcNow();
        return (keys.FirstOrDefault(k => k.CreatedAt + Spread <= now) ?? keys[^1]).Key;
    }

    /// <summary>The keys that may verify a token signed with <paramref name="keyId"/>: one or none.</summary>
    public async ValueTask<IReadOnlyList<SecurityKey>> ForVerifying(string keyId, CancellationToken cancellation)
    {
        var keys = await Read(Freshness, cancellation);
        if (!keys.All.Any(k => k.Key.KeyId == keyId))
            keys = await Read(LeastAge, cancellation);
        var now = time.GetUtcNow();
        return [.. keys.All.Where(k => k.Key.KeyId == keyId && now < k.VerifiesUntil).Select(k => k.Key)];
    }

    /// <summary>Every enabled version, newest first.</summary>
    internal async ValueTask<IReadOnlyList<byte[]>> Raw(CancellationToken cancellation) =>
        [.. (await Read(Freshness, cancellation)).All.Select(k => k.Key.Key)];

    public void Dispose() => reading.Dispose();

    private async ValueTask<Keys> Read(TimeSpan freshness, CancellationToken cancellation)
    {
        if (current is { } known && time.GetUtcNow() - known.ReadAt < freshness)
            return known;
        await reading.WaitAsync(cancellation);
        try
        {
            if (current is { } fresh && time.GetUtcNow() - fresh.ReadAt < freshness)
                return fresh;
            var versions = await secrets.Versions(SecretName, cancellation);
            if (versions.Count == 0)
                throw new InvalidOperationException($"There is no secret {SecretName}: nothing can sign a JWT.");
            return current = new Keys(
                [.. versions.Select((version, index) => KeyOf(version, index == 0 ? null : versions[index - 1]))],
                time.GetUtcNow()
            );
        }
        finally
        {
            reading.Release();
        }
    }

    private static SigningKey KeyOf(SecretVersion version, SecretVersion? successor) =>
        new(
            new SymmetricSecurityKey(Encoding.UTF8.GetBytes(version.Value)) { KeyId = version.Id },
            version.CreatedAt,
            successor is null ? DateTimeOffset.MaxValue : successor.CreatedAt + Spread + Freshness + JwtIssuer.Lifetime
        );

    private sealed record Keys(ImmutableArray<SigningKey> All, DateTimeOffset ReadAt);

    private sealed record SigningKey(SymmetricSecurityKey Key, DateTimeOffset CreatedAt, DateTimeOffset VerifiesUntil);
}
