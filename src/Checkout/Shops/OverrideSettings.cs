namespace Checkout.Shops;

/// <param name="Type">address_validate, shipping, discount, inventory or tax.</param>
/// <param name="SharedSecret">A secret reference.</param>
public sealed record OverrideSettings(string PublicId, string Type, string Url, string SharedSecret);
