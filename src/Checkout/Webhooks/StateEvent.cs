using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Orders;

namespace Checkout.Webhooks;

/// <summary>What the remote state authority is told of an order (docs/contract/platforms.md#remote-state-authority).</summary>
internal sealed record StateEvent(string Event, string? CartId, string PublicOrderId, long OrderId)
{
    public const string Kind = "state";

    public static ImmutableArray<string> Between(Order? previous, Order next)
    {
        var events = ImmutableArray.CreateBuilder<string>();
        Changed(previous?.Customer, next.Customer, "SetCustomer", "RemoveCustomer");
        Changed(previous?.ShippingAddress, next.ShippingAddress, "SetShippingAddress", "RemoveShippingAddress");
        Changed(previous?.BillingAddress, next.BillingAddress, "SetBillingAddress", "RemoveBillingAddress");
        if (previous is null || !previous.Shipping.Available.SequenceEqual(next.Shipping.Available))
            When(!next.Shipping.Available.IsEmpty, "GetShippingLines");
        When(next.Shipping.Selected is not null && previous?.Shipping.Selected != next.Shipping.Selected, "SetShippingLine");
        When(next.Taxes is not null && !ReferenceEquals(previous?.Taxes, next.Taxes), "ApplyTaxes");
        events.AddRange(OfCodes(Codes(previous), Codes(next)));
        events.AddRange(OfLines(previous, next));
        return events.ToImmutable();

        void Changed<T>(T? was, T? now, string set, string removed)
            where T : class
        {
            When(now is not null && !Equals(was, now), set);
            When(now is null && was is not null, removed);
        }

        void When(bool holds, string name)
        {
            if (holds)
                events.Add(name);
        }
    }

    private static IEnumerable<string> OfCodes(HashSet<string> before, HashSet<string> now)
    {
        if (!now.IsSubsetOf(before))
            yield return "AddDiscountCode";
        if (!before.IsSubsetOf(now))
            yield return "RemoveDiscountCode";
    }

    private static IEnumerable<string> OfLines(Order? previous, Order next)
    {
        var lines = next.LineItems.ToDictionary(l => l.Key, StringComparer.Ordinal);
        var before = (previous?.LineItems ?? []).ToDictionary(l => l.Key, StringComparer.Ordinal);
        if (lines.Keys.Any(key => !before.ContainsKey(key)))
            yield return "AddLineItem";
        if (lines.Any(l => before.TryGetValue(l.Key, out var was) && was.Quantity != l.Value.Quantity))
            yield return "UpdateLineItem";
        if (before.Keys.Any(key => !lines.ContainsKey(key)))
            yield return "RemoveLineItem";
    }

    public static string Write(string name, Order order) =>
        JsonSerializer.Serialize(new StateEvent(name, order.CartId, order.PublicOrderId, order.OrderId), StateEventJson.Default.StateEvent);

    private static HashSet<string> Codes(Order? order) =>
        (order?.Discounts ?? []).Where(d => d.Code.Length > 0).Select(d => d.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(StateEvent))]
internal sealed partial class StateEventJson : JsonSerializerContext;
