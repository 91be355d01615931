using Checkout.Orders;

namespace Checkout.Changing.Customers;

/// <summary>
/// Puts a guest on an order that has no customer, with a public id of their own and an empty platform id
/// (docs/contract/storefront.md#customer): to change from one customer to another, delete the first (docs/contract/decisions.md#d24).
/// </summary>
public static class SetGuestCustomer
{
    public static Result<Order> Decide(Order order, CustomerDetails details, Occasion occasion, IIdSource ids)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        var problems = details.Check();
        if (!problems.IsEmpty)
            return problems;
        if (order.Customer is not null)
            return Problem.Invalid("customer", "The order already has a customer.", "customer_exists");
        return (order with { Customer = details.PutOn(new Customer { PlatformId = "", PublicId = ids.PublicId() }) }).Record(
            "customer.set",
            occasion
        );
    }
}
