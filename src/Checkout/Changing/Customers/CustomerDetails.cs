using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Orders;

namespace Checkout.Changing.Customers;

/// <summary>What shoppers say about themselves.</summary>
public sealed record CustomerDetails(string FirstName, string LastName, string EmailAddress, bool AcceptsMarketing)
{
    public const int MaxLength = 255;

    /// <summary>
    /// The names come with the billing address, or are the payer's to leave out; without them the order cannot be
    /// placed.
    /// </summary>
    public bool NamesMayFollow { get; init; }

    /// <summary>What is missing or malformed (docs/contract/README.md#error-catalog).</summary>
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

    internal Customer PutOn(Customer customer) =>
        customer with
        {
            FirstName = FirstName.Trim(),
            LastName = LastName.Trim(),
            EmailAddress = EmailAddress.Trim(),
            AcceptsMarketing = AcceptsMarketing,
        };
}
