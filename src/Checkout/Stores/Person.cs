using Checkout.Orders;

namespace Checkout.Stores;

/// <summary>A person who is to be forgotten, by what leads to their rows and says nothing of them.</summary>
/// <param name="PublicId">Of the customer; null of a guest.</param>
/// <param name="PlatformId">Of the customer; null where there is none.</param>
/// <param name="EmailHash">Of the address (<see cref="Orders.EmailHash"/>); null where there is none.</param>
public sealed record Person(string? PublicId, string? PlatformId, string? EmailHash)
{
    /// <summary>The same again is the same request.</summary>
    public string RequestId => PublicId ?? $"email-{EmailHash}";

    public static Person Of(CustomerRecord customer) => new(customer.PublicId, customer.PlatformId, HashOf(customer.EmailAddress));

    /// <summary>How an address is kept where people are found by it; null for none.</summary>
    public static string? HashOf(string emailAddress) => emailAddress.Length == 0 ? null : Orders.EmailHash.Of(emailAddress);
}
