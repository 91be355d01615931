using Checkout.Faults;
using Checkout.Http.Backend.Orders;
using Checkout.Http.Backend.Payments;
using Checkout.Http.Backend.SimpleOrders;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Frame.SignIn;
using Checkout.Http.Outgoing;
using Checkout.Http.Pipeline;
using Checkout.Http.Pipeline.ApiDocuments;
using Checkout.Http.Pipeline.Telemetry;
using Checkout.Http.Plugins;
using Checkout.Plugins;
using Checkout.Plugins.Calls;
using Checkout.Plugins.Overrides;
using Checkout.Running;
using Checkout.Stores;
using Checkout.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Checkout.Http.Hosting;

/// <summary>
/// What both hosts add to their container. The domain (AddCheckout) and its ports (stores, clock, ids, secrets) are the host's to add.
/// </summary>
public static class HttpServices
{
    public static IServiceCollection AddCheckoutHttp(this IServiceCollection services, HttpSettings settings) =>
        services.AddCheckoutHttp(settings, Endpoints.Table);

    /// <param name="table">The endpoints of the host: those of <see cref="Endpoints"/>, or more.</param>
    public static IServiceCollection AddCheckoutHttp(this IServiceCollection services, HttpSettings settings, EndpointTable table)
    {
        services.AddSingleton(table);
        services.AddSingleton(settings);
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<JwtIssuer>();
        services.AddSingleton<JwtReader>();
        services.AddSingleton<PageKeys>();
        services.TryAddSingleton<IGiftCardCodes, GiftCardCodes>();
        services.TryAddSingleton<IRetention, NoRetention>();
        services.AddSingleton<IOrderLinks, OrderLinks>();
        services.AddSingleton<DeploymentToken>();
        services.AddSingleton<StorefrontClients>();
        services.AddSingleton<EntraSignIn>();
        services.AddSingleton<Visitors>();
        services.AddSingleton<Authenticator>();
        services.AddSingleton<CallRates>();
        services.AddSingleton<TenderMetrics>();
        services.AddSingleton<TenderTries>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<Preflight>();
        services.AddSingleton<StrayRequests>();
        services.AddSingleton<SafeHttp>();
        services.AddSingleton<ShopEditor>();
        services.TryAddSingleton<IPluginCalls, PluginCalls>();
        services.TryAddSingleton<IPluginBodies, PluginBodies>();
        services.TryAddSingleton<IOverrideQuestions, OverrideQuestions>();
        services.AddSingleton<AuthorityCalls>();
        services.AddSingleton<OrderEvents>();
        services.AddSingleton<MagentoCart>();
        services.AddSingleton<IStateAuthority, StateAuthority>();
        services.TryAddSingleton<WebhookCalls>();
        services.TryAddSingleton<IWebhookCalls>(host =>
            ActivatorUtilities.CreateInstance<RecordedWebhookCalls>(host, (IWebhookCalls)host.GetRequiredService<WebhookCalls>())
        );
        services.AddSingleton<ReplayMessages>();
        services.AddSingleton<OwnPlatform>();
        services.AddSingleton<IPlatformConnector, PlatformCalls>();
        services.TryAddSingleton<IStoreFaults, NoStoreFaults>();
        services.TryAddSingleton<IWebhookBodies, WebhookBodies>();
        services.AddSingleton<CaptureAnswers>();
        services.AddSingleton<RefundAnswers>();
        services.AddSingleton(_ => new ApiDocument(table, () => SentCalls.All));
        services.AddSingleton<CountryLists>();
        services.AddSingleton<OrderOpening>();
        services.AddSingleton<SimpleOrderOpening>();
        services.AddSingleton<Health.Readiness>();
        services.AddSingleton<RequestTelemetry>();
        services.AddMetrics();
        services.AddStorefront();
        services.AddBigCommerce();
        foreach (var endpoint in table.All)
            services.AddScoped(endpoint.Slice);
        return services;
    }

    /// <summary>
    /// The demo shop of that folder, loaded when the host starts and has no such shop yet: for development, since everybody knows its
    /// token.
    /// </summary>
    public static IServiceCollection AddDemoShop(this IServiceCollection services, string folder) =>
        services.AddHostedService(host => ActivatorUtilities.CreateInstance<DemoShop>(host, folder));
}
