using Checkout.Orders;

namespace Checkout.Changing.Customers;

/// <summary>
/// Changes name, e-mail address and marketing consent; ids and saved addresses stay
/// (docs/contract/storefront.md#customer).
/// </summary>
public static class UpdateCustomer
{
    /// <summary>Also refused: there is no customer.</summary>
    public static Result<Order> Decide(Order order, CustomerDetails details, Occasion occasion)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        var problems = details.Check();
        if (!problems.IsEmpty)
            return problems;
        if (order.Customer is not { } customer)
            return Problem.Invalid("customer", "The order has no customer.", "customer");
        var next = details.PutOn(customer);
        return next == customer ? order : (order with { Customer = next }).Record("customer.changed", occasion);
    }

    /// <summary>
    /// The deprecated form: only for a guest, and not for a customer that came with Initialize Order
    /// (docs/contract/storefront.md#customer).
    /// </summary>
    public static Result<Order> DecideGuest(Order order, CustomerDetails details, Occasion occasion) =>
        order switch
        {
            { ClosedBecause: { } closed } => closed,
            { Customer.IsAuthenticated: true } => Problem.Invalid("customer", "The customer of this order is not a guest.", "customer"),
            { Customer.GivenAtStart: true } => Problem.Invalid(
                "customer",
                "The customer came with Initialize Order and can only be changed by Update Customer.",
                "customer"
            ),
            _ => Decide(order, details, occasion),
        };
}
