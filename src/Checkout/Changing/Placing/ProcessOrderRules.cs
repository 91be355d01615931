using System.Collections.Immutable;
using Checkout.Changing.Shipping;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Shops;

namespace Checkout.Changing.Placing;

/// <summary>
/// What an order must have before it is processed (docs/contract/create-order.md#process-order).
/// </summary>
public static class ProcessOrderRules
{
    public static ImmutableArray<Problem> Check(Order order, Shop shop)
    {
        var problems = CheckContent(order).ToBuilder();
        if (order is { IsFinal: false, RequiresShipping: true, ShippingAddress: null })
            problems.Add(
                Problem.Order("shipping_address", "The shipping address is missing.", "shipping_address") with
                {
                    AddressType = "shipping",
                }
            );
        problems.AddRange(CheckShippingLine(order, shop));
        return problems.ToImmutable();
    }

    /// <summary>What holds wherever the order goes.</summary>
    internal static ImmutableArray<Problem> CheckContent(Order order)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (order.IsFinal)
            return [Problem.Processed()];
        if (string.IsNullOrEmpty(order.Customer?.EmailAddress))
            problems.Add(Problem.Order("email_address", "The customer's e-mail address is missing.", "customer"));
        if (order.LineItems.IsEmpty)
            problems.Add(Problem.Order("cart", "The order has no items.", "cart"));
        return problems.ToImmutable();
    }

    /// <summary>Empty while there is no address that the line could apply to.</summary>
    internal static ImmutableArray<Problem> CheckShippingLine(Order order, Shop shop) =>
        order is { IsFinal: false, RequiresShipping: true, ShippingAddress: not null } && !ShippingHolds(order, shop)
            ? [Problem.Order("shipping_line", "Choose a shipping line that applies to the shipping address.", "shipping_lines")]
            : [];

    /// <summary>
    /// The authorized sum must cover what the order costs now; payments that are only verified count with what they
    /// will contribute.
    /// </summary>
    public static Problem? CheckPayments(Order order, CaptureSettings capture)
    {
        var price = OrderPrice.Of(order);
        var covered = capture.Mode is CaptureMode.VerifyOnly ? price.Paid : order.Covered;
        return covered < price.Total ? Problem.Order("payment", "There are insufficient payments to cover this order", "payment") : null;
    }

    /// <summary>Every destination has a line, and the selected one is still one that it is offered.</summary>
    internal static bool ShippingHolds(Order order, Shop shop) =>
        !OrderDestinations.LackRate(order)
        && (
            order.Plugins.Overrides.ContainsKey(OverrideKinds.Shipping)
            || order.Plugins.ShippingRate is not null
            || shop.Overrides.Any(o => o.Type == OverrideKinds.Shipping)
            || order.ShippingSupplied
            || DestinationRates.AreOffered(order, shop)
        );
}
