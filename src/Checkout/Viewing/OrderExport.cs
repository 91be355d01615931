using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Viewing;

/// <summary>A row for each order. subtotal − discounts + fees + shipping + taxes_added = order_total.</summary>
internal static class OrderExport
{
    public static ImmutableArray<string> Columns { get; } =
    [
        "public_order_id",
        "order_number",
        "order_id",
        "platform_order_id",
        "created_at",
        "placed_at",
        "canceled_at",
        "order_status",
        "financial_status",
        "fulfillment_status",
        "customer_name",
        "email_address",
        "country_code",
        "item_count",
        "currency",
        "subtotal",
        "discounts",
        "fees",
        "shipping",
        "taxes_added",
        "taxes_included",
        "order_total",
        "captured",
        "refunded",
    ];

    public static IEnumerable<ImmutableArray<Cell>> Rows(Order order)
    {
        var line = OrderSummary.Of(order);
        var price = OrderPrice.Of(order);
        yield return
        [
            line.PublicOrderId,
            line.OrderNumber,
            line.OrderId,
            line.PlatformOrderId,
            line.CreatedAt,
            Cell.Of(line.PlacedAt),
            Cell.Of(line.CanceledAt),
            line.OrderStatus,
            line.FinancialStatus,
            line.FulfillmentStatus,
            line.CustomerName,
            line.EmailAddress,
            (order.ShippingAddress ?? order.BillingAddress)?.CountryCode,
            line.ItemCount,
            line.Currency,
            price.Subtotal,
            price.Discounted,
            price.Fees.Sum(fee => fee.Amount),
            price.Shipping,
            price.Taxes.Where(tax => !tax.IsIncluded).Sum(tax => tax.Value),
            price.Taxes.Where(tax => tax.IsIncluded).Sum(tax => tax.Value),
            price.Total,
            order.Payments.Sum(payment => payment.Captured),
            order.Payments.Sum(payment => payment.Refunded),
        ];
    }
}
