using Checkout.Http.Outgoing;
using Checkout.Http.SignIn;
using Checkout.Platforms;
using Checkout.Plugins;
using Checkout.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

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
        services.AddSingleton<DeploymentToken>();
        services.AddSingleton<StorefrontClients>();
        services.AddSingleton<Authenticator>();
        services.AddSingleton<CallRates>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<Preflight>();
        services.AddSingleton<SafeHttp>();
        services.AddSingleton<Checkout.Shops.ShopEditor>();
        services.TryAddSingleton<IPluginCalls, PluginCalls>();
        services.TryAddSingleton<IWebhookCalls, WebhookCalls>();
        services.AddSingleton<OwnPlatform>();
        services.AddSingleton<IPlatformConnector, PlatformCalls>();
        services.TryAddSingleton<IWebhookBodies, Contracts.WebhookBodies>();
        services.AddSingleton<Payments.CaptureAnswers>();
        services.AddSingleton<Payments.RefundAnswers>();
        services.AddSingleton<ApiDocuments.ApiDocument>();
        services.AddSingleton<Contracts.CountryLists>();
        services.AddSingleton<Orders.OrderOpening>();
        services.AddSingleton<Health.Readiness>();
        services.AddSingleton<Telemetry.RequestTelemetry>();
        services.AddMetrics();
        services.AddStorefront();
        services.AddBigCommerce();
        foreach (var endpoint in Endpoints.All)
            services.AddScoped(endpoint.Slice);
        return services;
    }

    /// <summary>The demo shop of that folder, loaded when the host starts and has no such shop yet: for development, since everybody knows its token.</summary>
    public static IServiceCollection AddDemoShop(this IServiceCollection services, string folder) =>
        services.AddHostedService(host => ActivatorUtilities.CreateInstance<Shops.DemoShop>(host, folder));
}
