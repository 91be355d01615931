using Checkout.Orders;

namespace Checkout.Viewing;

/// <summary>How much of an order was shipped, in one word (docs/contract/backend.md#statuses).</summary>
public static class FulfillmentWords
{
    public const string Unfulfilled = "unfulfilled";
    public const string Partial = "partial";
    public const string Fulfilled = "fulfilled";

    public static string Of(Order order)
    {
        var fulfilled = order.LineItems.Sum(line => (long)line.FulfilledQuantity);
        return fulfilled == 0 ? Unfulfilled
            : fulfilled < order.LineItems.Sum(line => (long)line.Quantity) ? Partial
            : Fulfilled;
    }
}
