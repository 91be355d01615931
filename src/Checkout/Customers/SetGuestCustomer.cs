using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Customers;

/// <summary>What a shopper says of himself.</summary>
public sealed record CustomerDetails(string FirstName, string LastName, string EmailAddress, bool AcceptsMarketing)
{
    public const int MaxLength = 255;

    /// <summary>The names come with the billing address, or are the payer's to leave out; without them the order cannot be placed.</summary>
    public bool NamesMayFollow { get; init; }

    /// <summary>What is missing or malformed (reference/wire-contract.md, B17).</summary>
    public ImmutableArray<Problem> Check()
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        Name("first_name", FirstName);
        Name("last_name", LastName);
        if (!EmailAddresses.IsWellFormed(EmailAddress.Trim()))
            problems.Add(Problem.Invalid("email_address", "The e-mail address is not valid.", "email_address"));
        return problems.ToImmutable();

        void Name(string field, string value)
        {
            if (string.IsNullOrWhiteSpace(value) && !NamesMayFollow)
                problems.Add(Problem.Invalid(field, $"{field} is required.", "required"));
            else if (value.Length > MaxLength)
                problems.Add(Problem.Invalid(field, $"{field} is longer than {MaxLength} characters.", "too_long"));
        }
    }

    internal Customer PutOn(Customer customer) => customer with
    {
        FirstName = FirstName.Trim(),
        LastName = LastName.Trim(),
        EmailAddress = EmailAddress.Trim(),
        AcceptsMarketing = AcceptsMarketing,
    };
}

/// <summary>
/// Puts a guest on an order that has no customer, with a public id of his own and an empty platform id
/// (reference/storefront-api.txt, Create Guest Customer): to change from one customer to another, delete the first
/// (reference/wire-contract.md, F13).
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
        return (order with { Customer = details.PutOn(new Customer { PlatformId = "", PublicId = ids.PublicId() }) }).Record("customer.set", occasion);
    }
}

/// <summary>
/// Changes name, e-mail address and marketing consent; ids and saved addresses stay
/// (reference/storefront-api.txt, Update Customer).
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
    /// The deprecated form: only for a guest, and not for «customer data that was provided from the Initialize Order
    /// endpoint» (Update Guest Customer).
    /// </summary>
    public static Result<Order> DecideGuest(Order order, CustomerDetails details, Occasion occasion) => order switch
    {
        { ClosedBecause: { } closed } => closed,
        { Customer.IsAuthenticated: true } => Problem.Invalid("customer", "The customer of this order is not a guest.", "customer"),
        { Customer.GivenAtStart: true } => Problem.Invalid("customer", "The customer came with Initialize Order and can only be changed by Update Customer.", "customer"),
        _ => Decide(order, details, occasion),
    };
}
