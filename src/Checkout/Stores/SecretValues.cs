using Checkout.Shops;

namespace Checkout.Stores;

/// <summary>Reads the value of a secret in the shop document.</summary>
public static class SecretValues
{
    /// <summary>Null when a reference names no secret.</summary>
    public static async ValueTask<string?> Resolve(this ISecrets secrets, string value, CancellationToken cancellation) =>
        SecretReferences.Is(value) ? await secrets.Find(SecretReferences.NameOf(value), cancellation) : value;
}
