using Checkout.Http.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Http;

/// <summary>What both hosts add to their container. The domain (AddCheckout) and its ports (stores, clock, ids, secrets) are the host's to add.</summary>
public static class HttpServices
{
    public static IServiceCollection AddCheckoutHttp(this IServiceCollection services, HttpSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<JwtIssuer>();
        services.AddSingleton<JwtReader>();
        services.AddSingleton<Authenticator>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<Preflight>();
        services.AddSingleton<Payments.CaptureAnswers>();
        services.AddSingleton<Payments.RefundAnswers>();
        services.AddSingleton<ApiDocuments.ApiDocument>();
        services.AddSingleton<Contracts.CountryLists>();
        services.AddSingleton<Orders.OrderOpening>();
        foreach (var endpoint in Endpoints.All)
            services.AddScoped(endpoint.Slice);
        return services;
    }
}
