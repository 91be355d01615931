namespace Checkout.Plugins.Overrides;

/// <summary>What an override is asked, and how its answer is read.</summary>
/// <param name="Body">UTF-8 JSON.</param>
/// <param name="Read">Null when the answer is nonsense.</param>
public sealed record OverrideQuestion<T>(byte[] Body, Func<ReadOnlyMemory<byte>, T?> Read)
    where T : class;
