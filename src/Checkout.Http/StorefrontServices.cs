using Checkout.Customers;
using Checkout.Http.Addresses;
using Checkout.Http.Customers;
using Checkout.Http.Orders;
using Checkout.Http.Payments;
using Checkout.Http.Shipping;
using DnsClient;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Checkout.Http;

/// <summary>What the storefront's slices share.</summary>
internal static class StorefrontServices
{
    public static void AddStorefront(this IServiceCollection services)
    {
        services.AddScoped<ShopperOrder>();
        services.AddScoped<AddressSlices>();
        services.AddScoped<RemovePayment>();
        services.AddSingleton<OfferShipping>();
        services.TryAddSingleton<ILookupClient>(_ => new LookupClient(DnsMailDomains.Options));
        services.TryAddSingleton<IMailDomains, DnsMailDomains>();
    }
}
