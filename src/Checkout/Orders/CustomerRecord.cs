using System.Collections.Immutable;
using Checkout.Addresses;

namespace Checkout.Orders;

/// <summary>A shop's returning customer: what is kept between orders.</summary>
public sealed record CustomerRecord
{
    public required string PublicId { get; init; }
    public string? PlatformId { get; init; }
    public string FirstName { get; init; } = "";
    public string LastName { get; init; } = "";
    public string EmailAddress { get; init; } = "";
    public bool AcceptsMarketing { get; init; }
    public ImmutableArray<Address> SavedAddresses { get; init; } = [];
    public ImmutableArray<SavedPaymentMethod> PaymentMethods { get; init; } = [];

    /// <summary>Null of records from before it was kept.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The method used when a payment names only the customer.</summary>
    public string? DefaultPaymentMethodId { get; init; }

    /// <summary>The first record of a customer, of what their order knows of them.</summary>
    public static CustomerRecord Of(Customer customer, string publicId, DateTimeOffset createdAt) =>
        new()
        {
            PublicId = publicId,
            PlatformId = customer.KnownPlatformId,
            FirstName = customer.FirstName,
            LastName = customer.LastName,
            EmailAddress = customer.EmailAddress,
            AcceptsMarketing = customer.AcceptsMarketing,
            SavedAddresses = customer.SavedAddresses,
            CreatedAt = createdAt,
        };

    /// <summary>The record with the methods that are saved now, the default first; a default that was forgotten is none.</summary>
    public CustomerRecord Owning(IEnumerable<SavedPaymentMethod> methods)
    {
        ImmutableArray<SavedPaymentMethod> saved = [.. methods.OrderByDescending(m => m.PublicId == DefaultPaymentMethodId)];
        return this with
        {
            PaymentMethods = saved,
            DefaultPaymentMethodId = saved.Any(m => m.PublicId == DefaultPaymentMethodId) ? DefaultPaymentMethodId : null,
        };
    }
}
