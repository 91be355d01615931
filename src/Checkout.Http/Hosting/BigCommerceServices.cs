using Checkout.Http.BigCommerce;
using Checkout.Http.BigCommerce.Placing;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Http.Hosting;

/// <summary>What the facade's slices share.</summary>
internal static class BigCommerceServices
{
    public static void AddBigCommerce(this IServiceCollection services)
    {
        services.AddSingleton<Checkouts>();
        services.AddSingleton<CheckoutAddresses>();
        services.AddSingleton<NumberedOrder>();
        services.AddSingleton<ShopperTokens>();
        services.AddSingleton<OrderAnswers>();
        services.AddSingleton<PaymentForms>();
    }
}
