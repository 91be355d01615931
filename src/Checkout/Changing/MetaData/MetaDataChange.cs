using System.Collections.Immutable;
using System.Text.Json;

namespace Checkout.Changing.MetaData;

/// <summary>What a client says of an order's metadata; null leaves a part alone.</summary>
public sealed record MetaDataChange
{
    public ImmutableDictionary<string, JsonElement>? CartParameters { get; init; }
    public ImmutableDictionary<string, JsonElement>? NoteAttributes { get; init; }
    public string? Notes { get; init; }
    public ImmutableArray<string>? Tags { get; init; }
}
