using Checkout.Http.Storefront;
using Checkout.Http.Storefront.Addresses;
using Checkout.Http.Storefront.Batches;
using Checkout.Http.Storefront.Customers;
using Checkout.Http.Storefront.Payments;
using Checkout.Http.Storefront.Shipping;
using Checkout.Stores;
using DnsClient;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Checkout.Http.Hosting;

/// <summary>What the storefront's slices share.</summary>
internal static class StorefrontServices
{
    public static void AddStorefront(this IServiceCollection services)
    {
        services.AddScoped<ShopperOrder>();
        services.AddSingleton<BatchableCalls>();
        services.AddScoped<AddressSlices>();
        services.AddScoped<RemovePayment>();
        services.AddSingleton<OfferShipping>();
        services.TryAddSingleton<ILookupClient>(_ => new LookupClient(DnsMailDomains.Options));
        services.TryAddSingleton<IMailDomains, DnsMailDomains>();
    }
}
