namespace Checkout.Orders;

/// <param name="PluginUuid">Whose secret signs the request; null for an override of the shop itself.</param>
public sealed record OrderOverride(string Url, string? PluginUuid, string? SecretReference = null);
