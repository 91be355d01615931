using Checkout.Changing.Placing;
using Checkout.Orders;

namespace Checkout.Journeys.CreateOrder;

/// <summary>The preconditions that commands share, in the words of the public guide.</summary>
internal static class Missing
{
    public static IEnumerable<Problem> ShippingAddress(Order order)
    {
        if (order.ShippingAddress is null)
            yield return Problem.Order("shipping_address", "The order has no shipping_address.", "shipping_address") with
            {
                AddressType = "shipping",
            };
    }

    /// <summary>Nothing makes an order that is final, or of which money was charged, cost something else.</summary>
    public static IEnumerable<Problem> Open(Order order)
    {
        if (order.ClosedBecause is { } closed)
            yield return closed;
    }

    public static IEnumerable<Problem> BillingAddress(Order order)
    {
        if (order.BillingAddress is null)
            yield return Problem.Order("billing_address", "The order has no billing_address.", "billing_address") with
            {
                AddressType = "billing",
            };
    }

    /// <summary>
    /// What the storefront asks of addresses before money moves (docs/contract/storefront.md#place-the-order), of those that
    /// the order has: that a command needs one at all is said in the guide's words. A final order was asked before.
    /// </summary>
    public static IEnumerable<Problem> PartsOfAddresses(Order order) =>
        order.IsFinal
            ? []
            : SubmitRules
                .CheckAddresses(order)
                .Where(problem => (problem.AddressType is "shipping" ? order.ShippingAddress : order.BillingAddress) is not null);

    public static IEnumerable<Problem> EmailAddress(Order order)
    {
        if (order.Customer is null)
            yield return Problem.Order("customer", "The order has no customer.", "customer");
        else if (order.Customer.EmailAddress.Length == 0)
            yield return Problem.Order("customer.email_address", "The customer has no email_address.", "customer");
    }

    public static IEnumerable<Problem> ShippingLine(Order order)
    {
        if (OrderDestinations.LackRate(order))
            yield return Problem.Order("shipping", "The order has no shipping line.", "shipping_lines");
    }

    public static IEnumerable<Problem> Items(Order order)
    {
        if (order.LineItems.IsEmpty)
            yield return Problem.Order("cart_items", "The order has no items.", "cart");
    }
}
