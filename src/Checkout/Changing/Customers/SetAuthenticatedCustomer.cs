using Checkout.Orders;

namespace Checkout.Changing.Customers;

/// <summary>Puts a customer on an order that has none (docs/contract/backend.md#authenticated-customer).</summary>
public static class SetAuthenticatedCustomer
{
    /// <summary>Errors: the order is closed; it already has a customer (sub_type customer_exists).</summary>
    public static Result<Order> Decide(Order order, Customer customer, Occasion occasion)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        if (order.Customer is not null)
            return Problem.Invalid("customer", "The order already has a customer.", "customer_exists");
        return (order with { Customer = customer }).Record("customer.set", occasion);
    }
}
