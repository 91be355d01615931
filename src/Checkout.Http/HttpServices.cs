using Checkout.Http.SignIn;
using Checkout.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Http;

/// <summary>What both hosts add to their container. The ports of the domain (stores, clock, ids, secrets) come from the host.</summary>
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
        foreach (var endpoint in Endpoints.All)
            services.AddScoped(endpoint.Slice);
        return services;
    }
}
