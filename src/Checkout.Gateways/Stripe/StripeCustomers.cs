using System.Security.Cryptography;
using System.Text;
using Checkout.Payments;
using Stripe;

namespace Checkout.Gateways.Stripe;

/// <summary>
/// The Stripe customers that keep shoppers' cards: one for each returning customer of a shop, found again by e-mail and mark.
/// </summary>
internal static class StripeCustomers
{
    /// <summary>The customer's id at Stripe. Creating is repeated with the same key as long as it is about the same shopper.</summary>
    public static async Task<string> FindOrCreate(GatewayAuthorization authorization, IStripeClient client, CancellationToken stop)
    {
        var shopper = authorization.Shopper;
        var customers = new CustomerService(client);
        if (
            shopper is { CustomerId.Length: > 0, EmailAddress.Length: > 0 }
            && await Known(customers, authorization.ShopIdentifier, shopper, stop) is { } known
        )
            return known.Id;

        var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [StripeMark.Shop] = authorization.ShopIdentifier };
        if (shopper.CustomerId.Length > 0)
            metadata[StripeMark.CustomerId] = shopper.CustomerId;
        var created = await customers.CreateAsync(
            new CustomerCreateOptions
            {
                Email = shopper.EmailAddress.Length > 0 ? shopper.EmailAddress : null,
                Name = shopper.Name.Length > 0 ? shopper.Name : null,
                Metadata = metadata,
            },
            new RequestOptions { IdempotencyKey = $"{authorization.IdempotencyKey}-customer-{Fingerprint(shopper)}" },
            stop
        );
        return created.Id;
    }

    private static async Task<Customer?> Known(CustomerService customers, string shop, GatewayShopper shopper, CancellationToken stop) =>
        (
            await customers.ListAsync(new CustomerListOptions { Email = shopper.EmailAddress, Limit = 100 }, cancellationToken: stop)
        ).Data.Find(c =>
            c.Metadata is { } metadata
            && metadata.GetValueOrDefault(StripeMark.Shop) == shop
            && metadata.GetValueOrDefault(StripeMark.CustomerId) == shopper.CustomerId
        );

    private static string Fingerprint(GatewayShopper shopper) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{shopper.CustomerId}\n{shopper.EmailAddress}\n{shopper.Name}")).AsSpan(0, 8)
        );
}
