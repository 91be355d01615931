using Azure.Identity;
using Checkout.AzureStorage;
using Checkout.AzureStorage.WakeUps;
using Checkout.Functions.CreateOrder;
using Checkout.Functions.Http;
using Checkout.Functions.Timers;
using Checkout.Gateways;
using Checkout.Hosting;
using Checkout.Http.Frame;
using Checkout.Http.Health;
using Checkout.Http.Hosting;
using Checkout.Http.Pipeline.Telemetry;
using Checkout.Journeys.CreateOrder;
using Checkout.Mail;
using Checkout.Stores;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Checkout.Functions;

/// <summary>The domain, its adapters, and what is Durable in this host.</summary>
public static class FunctionsRegistration
{
    /// <exception cref="InvalidOperationException">A setting is missing or wrong; the message names it.</exception>
    public static IServiceCollection AddCheckoutFunctions(
        this IServiceCollection services,
        IConfiguration configuration,
        bool isDevelopment
    )
    {
        services.AddHttpClient();
        services.AddCheckoutStorage(configuration);
        services.AddPaymentGateways();
        services.AddCheckoutMail(configuration, isDevelopment);
        services.AddCheckout();
        services.AddBackOfficeWork();
        services.AddCheckoutHttp(HttpSettings.From(configuration, isDevelopment));
        services.AddCheckoutTelemetry(configuration, "checkout-functions", isDevelopment ? null : new DefaultAzureCredential());

        services.AddOptions<CreateOrderOptions>().BindConfiguration(CreateOrderOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(host => host.GetRequiredService<IOptions<CreateOrderOptions>>().Value);
        services.AddSingleton<DurableConnection>();
        services.AddSingleton<IReadinessCheck, TaskHubCheck>();
        services.AddSingleton<TriggeredEndpoint>();
        services.AddSingleton<JournalSignals>();
        services.AddSingleton<WalkJournal>();
        services.AddSingleton<ICreateOrderDriver, DurableCreateOrder>();
        services.AddHostedService<PromptWork>();
        services.AddSingleton<TableWakeUps>();
        services.AddSingleton<IWakeUps, DurableWakeUps>();
        if (isDevelopment && Path.Combine(AppContext.BaseDirectory, "samples") is var samples && Directory.Exists(samples))
            services.AddDemoShop(samples);
        return services;
    }
}
