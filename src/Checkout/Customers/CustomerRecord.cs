using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Checkout.Addresses;

namespace Checkout.Customers;

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

    /// <summary>The method used when a payment names only the customer.</summary>
    public string? DefaultPaymentMethodId { get; init; }

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

/// <summary>A payment method kept for a customer; the token belongs to the gateway and never leaves the backend.</summary>
public sealed record SavedPaymentMethod
{
    public required string PublicId { get; init; }
    public required string GatewayPublicId { get; init; }
    public required string Token { get; init; }

    /// <summary>credit_card or gift_card.</summary>
    public string Type { get; init; } = PaymentTypes.CreditCard;
    public string Brand { get; init; } = "";
    public string LastFour { get; init; } = "";
    public int ExpiryMonth { get; init; }
    public int ExpiryYear { get; init; }

    /// <param name="expiration">MM/YYYY; empty when it is not known.</param>
    public static SavedPaymentMethod Of(string publicId, string gatewayPublicId, string token, string type, string brand, string lastFour, string expiration)
    {
        var known = DateOnly.TryParseExact(expiration, "MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month);
        return new SavedPaymentMethod
        {
            PublicId = publicId,
            GatewayPublicId = gatewayPublicId,
            Token = token,
            Type = type,
            Brand = brand,
            LastFour = lastFour,
            ExpiryMonth = known ? month.Month : 0,
            ExpiryYear = known ? month.Year : 0,
        };
    }

    /// <summary>MM/YYYY; empty when it is not known.</summary>
    [JsonIgnore]
    public string Expiration => ExpiryMonth > 0 ? string.Create(CultureInfo.InvariantCulture, $"{ExpiryMonth:00}/{ExpiryYear:0000}") : "";
}

/// <summary>The tender types a payment can have.</summary>
public static class PaymentTypes
{
    public const string CreditCard = "credit_card";
    public const string GiftCard = "gift_card";
}
