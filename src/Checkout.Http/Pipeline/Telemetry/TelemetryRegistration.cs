using System.Diagnostics;
using System.Diagnostics.Metrics;
using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Checkout.Plugins.Calls;
using Checkout.Stores;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Checkout.Http.Pipeline.Telemetry;

/// <summary>Traces, metrics and logs of a host.</summary>
public static class TelemetryRegistration
{
    private const string Own = "Checkout.*";
    private const string AzureClients = "Azure.";

    /// <summary>Of the Azure SDK those that name an operation: its requests would say the same again, as would those of HTTP.</summary>
    private static readonly string[] Operations = ["Azure.Data.*", "Azure.Security.*", "Azure.Identity.*"];

    /// <summary>Observes the stores and calls registered so far, and sends telemetry where the settings say.</summary>
    /// <param name="credential">Signs in to Application Insights; null where its connection string is enough.</param>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public static IServiceCollection AddCheckoutTelemetry(
        this IServiceCollection services,
        IConfiguration configuration,
        string serviceName,
        TokenCredential? credential = null
    )
    {
        var options = TelemetryOptions.From(configuration);
        services.Observe<IOrderStore>((store, meters) => new ObservedOrderStore(store, meters));
        services.Observe<IPluginCalls>((calls, meters) => new ObservedPluginCalls(calls, meters));
        services.AddHostedService<WorkTelemetry>();
        services.AddLogging(WithoutPersonalData);

        // The Azure SDK traces its calls only when asked to.
        AppContext.SetSwitch("Azure.Experimental.EnableActivitySource", true);
        var telemetry = services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(serviceName))
            .WithTracing(traces =>
                traces
                    .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.SamplingRatio)))
                    .AddSource([Own, "Microsoft.DurableTask*", "DurableTask.*", .. Operations])
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation(http => http.FilterHttpRequestMessage = _ => !IsOfAzureClient(Activity.Current))
            )
            .WithMetrics(metrics => metrics.AddMeter(Own).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation())
            .WithLogging();
        if (options.Otlp is not null)
            telemetry.UseOtlpExporter();
        if (options.ApplicationInsights is not null)
            telemetry.UseAzureMonitorExporter(monitor =>
            {
                monitor.ConnectionString = options.ApplicationInsights;
                monitor.Credential = credential;
            });
        return services;
    }

    private static bool IsOfAzureClient(Activity? request) =>
        request?.Parent?.Source.Name.StartsWith(AzureClients, StringComparison.Ordinal) is true;

    /// <summary>The framework writes URLs to the log, and some queries of the API hold an e-mail, an address or a token.</summary>
    private static void WithoutPersonalData(ILoggingBuilder logging) =>
        logging
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("System.Net.Http", LogLevel.Warning)
            .AddFilter("Azure", LogLevel.Warning)
            .AddFilter("Polly", LogLevel.Warning);

    private static void Observe<T>(this IServiceCollection services, Func<T, IMeterFactory, T> observe)
        where T : class
    {
        if (services.LastOrDefault(s => s.ServiceType == typeof(T)) is not { } registered)
            return;
        services.Remove(registered);
        services.Add(
            new ServiceDescriptor(
                typeof(T),
                host => observe((T)Instance(registered, host), host.GetRequiredService<IMeterFactory>()),
                registered.Lifetime
            )
        );
    }

    private static object Instance(ServiceDescriptor registered, IServiceProvider host) =>
        registered.ImplementationInstance
        ?? registered.ImplementationFactory?.Invoke(host)
        ?? ActivatorUtilities.CreateInstance(host, registered.ImplementationType!);
}
