using System.Collections.Immutable;
using System.Text.Json;

namespace Checkout.Orders;

/// <summary>What the merchant hangs on an order (docs/contract/shapes.md#metadata).</summary>
public sealed record OrderMetaData
{
    public ImmutableDictionary<string, JsonElement> CartParameters { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
    public ImmutableDictionary<string, JsonElement> NoteAttributes { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
    public string Notes { get; init; } = "";
    public ImmutableArray<string> Tags { get; init; } = [];
}
