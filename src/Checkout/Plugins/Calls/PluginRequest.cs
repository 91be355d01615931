namespace Checkout.Plugins.Calls;

/// <param name="Id">Goes with the signature of the body: the same when the request is made again.</param>
/// <param name="KeyId">Names the key in the signature: the plugin's uuid, or the shop.</param>
/// <param name="SecretReference">Of the client secret that signs; null sends it unsigned.</param>
/// <param name="Body">UTF-8 JSON.</param>
public sealed record PluginRequest(string Id, string Url, string KeyId, string? SecretReference, ReadOnlyMemory<byte> Body);
