using System.Collections.Immutable;
using System.Text.Json;
using Checkout.Orders;

namespace Checkout.Changing.MetaData;

/// <summary>Adds to an order's metadata, replaces or clears it (docs/contract/storefront.md#metadata).</summary>
public static class ChangeMetaData
{
    /// <summary>Entries and tags are added, an entry of the same name is replaced; notes are replaced.</summary>
    public static Result<Order> Merge(Order order, MetaDataChange change, Occasion occasion) =>
        To(
            order,
            occasion,
            new OrderMetaData
            {
                CartParameters = order.MetaData.CartParameters.SetItems(change.CartParameters ?? []),
                NoteAttributes = order.MetaData.NoteAttributes.SetItems(change.NoteAttributes ?? []),
                Notes = change.Notes ?? order.MetaData.Notes,
                Tags = [.. order.MetaData.Tags.Union(change.Tags ?? [], StringComparer.Ordinal)],
            }
        );

    /// <summary>What is not said is emptied.</summary>
    public static Result<Order> Replace(Order order, MetaDataChange change, Occasion occasion) =>
        To(
            order,
            occasion,
            new OrderMetaData
            {
                CartParameters = change.CartParameters ?? ImmutableDictionary<string, JsonElement>.Empty,
                NoteAttributes = change.NoteAttributes ?? ImmutableDictionary<string, JsonElement>.Empty,
                Notes = change.Notes ?? "",
                Tags = [.. (change.Tags ?? []).Distinct(StringComparer.Ordinal)],
            }
        );

    public static Result<Order> Clear(Order order, Occasion occasion) => To(order, occasion, new OrderMetaData());

    private static Result<Order> To(Order order, Occasion occasion, OrderMetaData metaData)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        return (order with { MetaData = metaData }).Record("meta_data.changed", occasion);
    }
}
