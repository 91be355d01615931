using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Changing.Fulfillment;

/// <summary>Sets how many units of lines were shipped (docs/contract/backend.md#fulfillment): all of them or none.</summary>
public static class FulfillLineItems
{
    /// <param name="tracking">
    /// Of the units that leave now; when none do, of the newest shipment. <see cref="Tracking.None"/> changes nothing.
    /// </param>
    public static Result<Order> Decide(
        Order order,
        IReadOnlyList<LineFulfillment> fulfillments,
        Tracking tracking,
        FulfillmentCount count,
        Occasion occasion
    )
    {
        if (order.Status is OrderStatus.Canceled)
            return Problem.Order("public_order_id", "The order is canceled.", "canceled");
        if (order.Status is not OrderStatus.Processed)
            return Problem.Order("is_processed", "The order is not processed yet.", "not_processed");
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var lines = order.LineItems;
        foreach (var (key, said) in fulfillments)
        {
            var index = lines.ToList().FindIndex(line => line.Key == key);
            var before = index < 0 || count is FulfillmentCount.InAll ? 0 : lines[index].FulfilledQuantity;
            if (index < 0)
                problems.Add(
                    Problem.NotFound($"The order has no line item '{key}'.") with
                    {
                        Field = "line_item_key",
                        Kind = ProblemKind.Invalid,
                        Severity = "validation",
                    }
                );
            else if (said < 0 || said > lines[index].Quantity - before)
                problems.Add(
                    Problem.Invalid(
                        "fulfilled_quantity",
                        $"fulfilled_quantity of '{key}' must be from 0 to {lines[index].Quantity - before}."
                    )
                );
            else
                lines = lines.SetItem(index, lines[index] with { FulfilledQuantity = before + said });
        }

        if (problems.Count > 0)
            return problems.ToImmutable();
        var shipments = NextShipments.After(order, lines, tracking, occasion.At);
        return lines.SequenceEqual(order.LineItems) && shipments.SequenceEqual(order.Shipments)
            ? order
            : (order with { LineItems = lines, Shipments = shipments }).Record(
                "order.fulfillment_changed",
                occasion,
                detail: StatusOf(lines)
            );
    }

    /// <summary>unfulfilled, partially_fulfilled or fulfilled (docs/contract/backend.md#fulfillment).</summary>
    public static string StatusOf(ImmutableArray<LineItem> lines)
    {
        var fulfilled = lines.Sum(line => (long)line.FulfilledQuantity);
        return fulfilled == 0 ? "unfulfilled"
            : fulfilled < lines.Sum(line => (long)line.Quantity) ? "partially_fulfilled"
            : "fulfilled";
    }
}
