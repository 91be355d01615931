using Checkout.Shops;

namespace Checkout.Stores;

/// <summary>Reads the value of a secret in the shop document.</summary>
public static class SecretValues
{
    /// <summary>Null when a reference names no secret of a shop.</summary>
    public static async ValueTask<string?> Resolve(this ISecrets secrets, string value, CancellationToken cancellation) =>
        !SecretReferences.Is(value) ? value
        : SecretReferences.NameOf(value) is { } name ? await secrets.Find(name, cancellation)
        : null;
}
