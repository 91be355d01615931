using System.Collections.Immutable;
using System.Globalization;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Changing.Hydrating;

/// <summary>
/// Makes a simple order what its platform says it is (docs/contract/backend.md#simple-orders). The total is the platform's: what its
/// parts leave of it, or exceed it by, becomes a fee or a discount of that name (docs/contract/decisions.md#d30).
/// </summary>
public static class HydrateOrder
{
    public const string Source = "platform";
    private const string Adjustment = "adjustment";
    private const string AdjustmentText = "Adjustment";

    /// <summary>
    /// Refused: an order that is not simple, or closed; two lines with one key; discounts beyond what lines and shipping cost.
    /// </summary>
    public static Result<Order> Decide(Order order, HydratedOrder said, Occasion occasion)
    {
        if (!order.IsSimple)
            return Problem.Order("public_order_id", "Only a simple order takes its amounts from the platform.", "not_simple");
        if (order.ClosedBecause is { } closed)
            return closed;
        if (said.Lines.Select(line => line.Key).Distinct(StringComparer.Ordinal).Count() < said.Lines.Length)
            return Problem.Invalid("line_item_key", "A line_item_key is used twice.");

        var parts = order with
        {
            Customer = said.Customer,
            ShippingAddress = said.ShippingAddress,
            BillingAddress = said.BillingAddress,
            LineItems = [.. said.Lines.Select(line => line with { Id = order.Line(line.Key)?.Id ?? line.Id })],
            Fees = [.. said.Fees.Select((fee, i) => Fee($"{Source}-{i}", fee))],
            Discounts = [],
            Shipping = ShippingOf(said.Shipping),
            ShippingSupplied = true,
            Taxes = new OrderTaxes { Fees = [.. said.Taxes.Select(tax => new Tax(tax.Name, tax.Amount, IsIncluded: false))] },
        };
        var discounted = said.Discounts.Where(d => d.Amount > 0).ToImmutableArray();
        var difference = checked(said.Total - (OrderPrice.Of(parts).Total - discounted.Sum(d => d.Amount)));
        if (difference < 0)
            discounted = discounted.Add(new NamedAmount(AdjustmentText, -difference));
        if (difference > 0)
            parts = parts with { Fees = parts.Fees.Add(Fee(Adjustment, new NamedAmount(AdjustmentText, difference))) };

        var hydrated = parts with { Discounts = Spread(discounted, parts.LineItems.Sum(line => line.TotalPrice)) };
        return OrderPrice.Of(hydrated).Total == said.Total
            ? hydrated.Record("order.hydrated", occasion, said.Total)
            : Problem.Invalid("order_total", "The discounts are more than the items and their shipping cost.", "totals");
    }

    private static OrderFee Fee(string id, NamedAmount fee) =>
        new(id, fee.Name, AmountKind.Fixed, fee.Amount, Taxable: false) { Source = Source };

    private static OrderShipping ShippingOf(NamedAmount? shipping)
    {
        if (shipping is null)
            return new OrderShipping();
        var line = new ShippingLine("0", shipping.Name, shipping.Amount, Source);
        return new OrderShipping
        {
            Selected = line,
            Available = [line],
            Offered = [line],
        };
    }

    /// <summary>From the lines first; what is more than they cost comes off the shipping.</summary>
    private static ImmutableArray<OrderDiscount> Spread(ImmutableArray<NamedAmount> discounts, long lines)
    {
        var spread = ImmutableArray.CreateBuilder<OrderDiscount>();
        foreach (var discount in discounts)
        {
            var ofLines = Math.Min(discount.Amount, lines);
            lines -= ofLines;
            Add(discount.Name, DiscountTarget.Order, ofLines);
            Add(discount.Name, DiscountTarget.Shipping, discount.Amount - ofLines);
        }

        return spread.ToImmutable();

        void Add(string name, DiscountTarget target, long amount)
        {
            if (amount > 0)
                spread.Add(
                    new OrderDiscount(
                        string.Create(CultureInfo.InvariantCulture, $"{Source}-{spread.Count}"),
                        name,
                        name,
                        target,
                        AmountKind.Fixed,
                        amount
                    )
                    {
                        Source = DiscountSources.Cart,
                    }
                );
        }
    }
}
