using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Webhooks;

/// <summary>Units of a line that left.</summary>
/// <param name="Quantity">Those of this step.</param>
public sealed record FulfilledLine(string LineItemKey, int Quantity)
{
    internal static ImmutableArray<FulfilledLine> Between(Order? previous, Order next) =>
        [
            .. next
                .LineItems.Select(line => new FulfilledLine(
                    line.Key,
                    line.FulfilledQuantity - (previous?.Line(line.Key)?.FulfilledQuantity ?? 0)
                ))
                .Where(line => line.Quantity > 0),
        ];
}
