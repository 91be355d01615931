using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Webhooks;

/// <summary>
/// What the platform of a simple order is told of its money (docs/contract/platforms.md#payments), in the names that the payment boosters
/// read. What a back office did it knows: only money that moved elsewhere is told.
/// </summary>
/// <param name="FinancialStatus">paid, refunded or cancelled.</param>
/// <param name="PlatformOrderId">A number where the platform's ids are numbers.</param>
public sealed record PlatformPayments(string FinancialStatus, JsonNode PlatformOrderId, ImmutableArray<PlatformPayment> Payments)
{
    public const string Topic = "UpdatePayments";
    private const string BackOffice = "backend";

    /// <summary>The body; null when there is nothing to tell.</summary>
    public static string? Between(Order? previous, Order next)
    {
        if (next is not { IsSimple: true, PlatformOrderId: { Length: > 0 } id } || StatusOf(next) is not { } status)
            return null;

        // What became of the money before the platform had the order, it hears when it has it.
        if (
            previous?.PlatformOrderId is not null
            && (StatusOf(previous) == status || next.NewTimeline.All(entry => entry.Actor == BackOffice))
        )
            return null;
        var number = long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
            ? JsonValue.Create(parsed)
            : JsonValue.Create(id);
        return JsonSerializer.Serialize(
            new PlatformPayments(status, number, [.. next.Payments.SelectMany(PlatformPayment.Of)]),
            PlatformPaymentsJson.Default.PlatformPayments
        );
    }

    /// <summary>Below the address of the remote state authority.</summary>
    public static string PathOf(Order order) => $"shops/{order.ShopIdentifier}/orders/{order.PublicOrderId}/payments";

    /// <summary>
    /// Null for what is in between: the boosters take a part for the whole, so money in part is not told.
    /// </summary>
    private static string? StatusOf(Order order)
    {
        var (captured, refunded) = (order.Payments.Sum(p => p.Captured), order.Payments.Sum(p => p.Refunded));
        return order.Status is OrderStatus.Canceled ? "cancelled"
            : captured > 0 && refunded >= captured ? "refunded"
            : captured > 0 && refunded == 0 && captured >= OrderPrice.Of(order).Total ? "paid"
            : null;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PlatformPayments))]
internal sealed partial class PlatformPaymentsJson : JsonSerializerContext;
