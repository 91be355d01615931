using Checkout.Shops;

namespace Checkout.Stores;

/// <summary>Reads what a secret of the shop document stands for.</summary>
public static class SecretValues
{
    /// <summary>Null when a reference names no secret.</summary>
    public static async ValueTask<string?> Resolve(this ISecrets secrets, string value, CancellationToken cancellation) =>
        SecretReferences.Is(value) ? await secrets.Find(SecretReferences.NameOf(value), cancellation) : value;
}
