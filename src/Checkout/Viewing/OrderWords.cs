using Checkout.Orders;

namespace Checkout.Viewing;

/// <summary>The status of an order in the words of back offices (docs/contract/backend.md#statuses).</summary>
public static class OrderWords
{
    public const string Open = "open";
    public const string Processing = "processing";
    public const string Placed = "placed";
    public const string Canceled = "canceled";

    public static string Of(Order order) =>
        order.Status switch
        {
            OrderStatus.Processing => Processing,
            OrderStatus.Processed => Placed,
            OrderStatus.Canceled => Canceled,
            _ => Open,
        };
}
