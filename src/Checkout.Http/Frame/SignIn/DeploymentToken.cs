using System.Security.Cryptography;
using Checkout.Stores;

namespace Checkout.Http.Frame.SignIn;

/// <summary>
/// The token of the deployment itself, secret <see cref="SecretName"/>: it administers every shop, and brings in the
/// first, which has no tokens yet. Where the secret is absent nobody has it.
/// </summary>
public sealed class DeploymentToken(ISecrets secrets)
{
    public const string SecretName = "api-token";

    public async ValueTask<bool> Is(string credential, CancellationToken cancellation) =>
        credential.Length > 0
        && await secrets.Find(SecretName, cancellation) is { Length: > 0 } token
        && CryptographicOperations.FixedTimeEquals(ApiTokens.HashOf(token), ApiTokens.HashOf(credential));
}
