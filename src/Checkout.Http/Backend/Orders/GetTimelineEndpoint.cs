using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.Frame;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Stores;

namespace Checkout.Http.Backend.Orders;

/// <summary>
/// Reads an order's whole history. Two storage transactions, the only read with more than one: the order, to know whose
/// it is, then its timeline rows.
/// </summary>
public sealed class GetTimelineEndpoint(OrderEditor editor, IOrderStore store) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var order = await editor.Load(call.ShopIdentifier, call.OrderId, call.Cancellation);
        if (!order.Succeeded)
            return order.Problems;
        var entries = await store.Timeline(call.OrderId, call.Cancellation);
        return Reply.Of(new TimelineData([.. entries.Select(TimelineState.Of)]));
    }
}

public sealed record TimelineData(ImmutableArray<TimelineState> Timeline);

/// <param name="Actor">storefront, backend, create_order, timer, reconcile or plugin:{uuid}.</param>
public sealed record TimelineState(long Number, string Event, DateTimeOffset At, string Actor, long Version)
{
    /// <summary>Minor units, where money moved.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Amount { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PaymentId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? GatewayReference { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Detail { get; init; }

    public static TimelineState Of(TimelineEntry entry) =>
        new(entry.Number, entry.Event, entry.At, entry.Actor, entry.Version)
        {
            Amount = entry.Amount,
            PaymentId = entry.PaymentId,
            GatewayReference = entry.GatewayReference,
            Detail = entry.Detail,
        };
}
