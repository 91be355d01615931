namespace Checkout.Plugins;

/// <summary>
/// Posts a signed JSON body to a URL that a merchant or plugin gave. Whatever the other side does (no answer, redirect,
/// too long an answer, a private address) comes back as a failure, never as an exception.
/// </summary>
public interface IPluginCalls
{
    Task<PluginReply> Post(PluginRequest request, CancellationToken cancellation);
}

/// <param name="KeyId">Names the key in the signature: the plugin's uuid, or the shop.</param>
/// <param name="SecretReference">Of the client secret that signs; null sends it unsigned.</param>
/// <param name="Body">UTF-8 JSON.</param>
public sealed record PluginRequest(string Url, string KeyId, string? SecretReference, ReadOnlyMemory<byte> Body);

/// <param name="Failure">Why there is no usable answer, fit for a timeline; null when there is one.</param>
public sealed record PluginReply(ReadOnlyMemory<byte> Body, string? Failure = null)
{
    /// <summary>Bytes of an answer that are read at most.</summary>
    public const int Limit = 1024 * 1024;

    public static PluginReply Failed(string failure) => new(ReadOnlyMemory<byte>.Empty, failure);
}
