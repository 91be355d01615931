namespace Checkout.Plugins.Calls;

/// <param name="Failure">Why there is no usable answer, fit for a timeline; null when there is one.</param>
public sealed record PluginReply(ReadOnlyMemory<byte> Body, string? Failure = null)
{
    /// <summary>Bytes of an answer that are read at most.</summary>
    public const int Limit = 1024 * 1024;

    public static PluginReply Failed(string failure) => new(ReadOnlyMemory<byte>.Empty, failure);
}
