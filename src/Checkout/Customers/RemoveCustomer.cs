using Checkout.Orders;

namespace Checkout.Customers;

/// <summary>Takes the customer off the order. Error: the order is processed.</summary>
public static class RemoveCustomer
{
    public static Result<Order> Decide(Order order, Occasion occasion)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        return order.Customer is null ? order : (order with { Customer = null }).Record("customer.removed", occasion);
    }
}
