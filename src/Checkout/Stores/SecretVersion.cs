namespace Checkout.Stores;

/// <param name="Id">Names the version; it becomes the <c>kid</c> of a signing key.</param>
public sealed record SecretVersion(string Id, string Value, DateTimeOffset CreatedAt);
