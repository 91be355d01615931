using Azure.Data.Tables;
using Checkout.Viewing;

namespace Checkout.AzureStorage.Orders;

/// <summary>The columns of a row that an order is listed by.</summary>
internal static class OrderLine
{
    public const string PublicOrderId = "public_order_id";

    /// <summary>Of the order's state that the row follows from.</summary>
    public const string Version = "version";
    private const string OrderId = "order_id";

    public static TableEntity Put(TableEntity row, OrderSummary order, long version)
    {
        row[PublicOrderId] = order.PublicOrderId;
        row[Version] = version;
        row[OrderId] = order.OrderId;
        row["platform_order_id"] = order.PlatformOrderId;
        row["created"] = order.CreatedAt;
        row["placed"] = order.PlacedAt;
        row["canceled"] = order.CanceledAt;
        row["status"] = order.OrderStatus;
        row["financial"] = order.FinancialStatus;
        row["fulfillment"] = order.FulfillmentStatus;
        row["name"] = order.CustomerName;
        row["email"] = order.EmailAddress;
        row["currency"] = order.Currency;
        row["total"] = order.OrderTotal;
        row["items"] = order.ItemCount;
        return row;
    }

    /// <summary>Null for a row that an earlier version of the program wrote, which held the id alone.</summary>
    public static OrderSummary? Read(TableEntity row) =>
        row.GetInt64(Version) is null
            ? null
            : new OrderSummary
            {
                PublicOrderId = row.GetString(PublicOrderId),
                OrderId = row.GetInt64(OrderId)!.Value,
                PlatformOrderId = row.GetString("platform_order_id"),
                CreatedAt = row.GetDateTimeOffset("created")!.Value,
                PlacedAt = row.GetDateTimeOffset("placed"),
                CanceledAt = row.GetDateTimeOffset("canceled"),
                OrderStatus = row.GetString("status"),
                FinancialStatus = row.GetString("financial"),
                FulfillmentStatus = row.GetString("fulfillment"),
                CustomerName = row.GetString("name"),
                EmailAddress = row.GetString("email"),
                Currency = row.GetString("currency"),
                OrderTotal = row.GetInt64("total")!.Value,
                ItemCount = row.GetInt64("items")!.Value,
            };
}
