using Checkout.AzureStorage;
using Checkout.AzureStorage.WakeUps;
using Checkout.Faults;
using Checkout.Gateways;
using Checkout.Hosting;
using Checkout.Http.Frame;
using Checkout.Http.Hosting;
using Checkout.Http.Pipeline;
using Checkout.Http.Pipeline.Telemetry;
using Checkout.Journeys.CreateOrder;
using Checkout.Local.Faults;
using Checkout.Mail;
using Checkout.Stores;
using Microsoft.Extensions.Options;

namespace Checkout.Local;

/// <summary>The endpoint table on Kestrel: for <c>./run</c>, containers and tests.</summary>
public static class LocalHost
{
    public const string DefaultUrl = "http://localhost:7071";

    /// <param name="arrange">What a test wants different.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? arrange = null)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Configuration.AddSettingsFile(builder.Configuration["Local:SettingsFile"]);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null)
            builder.WebHost.UseUrls(DefaultUrl);
        arrange?.Invoke(builder);
        AddServices(builder);

        var app = builder.Build();
        Map(app);
        return app;
    }

    /// <summary>One line for what a person can correct; null for a fault of the program.</summary>
    public static string? Explain(Exception fault) =>
        fault switch
        {
            IOException when fault.Message.Contains("address already in use", StringComparison.OrdinalIgnoreCase) => fault.Message,
            OptionsValidationException options => string.Join(Environment.NewLine, options.Failures),
            InvalidOperationException
                when fault.Message.Contains("Storage:", StringComparison.Ordinal)
                    || fault.Message.StartsWith("Setting ", StringComparison.Ordinal) => fault.Message,
            _ => null,
        };

    private static void AddServices(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<LocalOptions>().BindConfiguration(LocalOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(host => host.GetRequiredService<IOptions<LocalOptions>>().Value);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(8));
        services.AddHttpClient();
        var folder = builder.Environment.IsDevelopment() ? builder.Configuration[FileCrashPoints.Variable] : null;
        if (folder is { Length: > 0 })
            services.AddSingleton<ICrashPoints>(new FileCrashPoints(folder));
        services.AddCheckoutStorage(builder.Configuration);
        services.AddPaymentGateways();
        services.AddCheckoutMail(builder.Configuration, builder.Environment.IsDevelopment());
        services.AddCheckout();
        services.AddBackOfficeWork();
        var samples = builder.Configuration[$"{LocalOptions.Section}:{nameof(LocalOptions.SamplesFolder)}"];
        var http = HttpSettings.From(builder.Configuration, builder.Environment.IsDevelopment());
        services.AddCheckoutHttp(
            http with
            {
                DemoPath = Demo.DemoStorefront.PathOn(builder.Environment, samples),
                PublicUrl = http.PublicUrl ?? OwnUrl(builder.Configuration["urls"]),
            }
        );
        if (folder is { Length: > 0 })
            services.AddSingleton<IPlatformConnector>(host => new FilePlatform(folder, host.GetRequiredService<OwnPlatform>()));
        services.AddCheckoutTelemetry(builder.Configuration, "checkout-local");
        services.AddSingleton<ICreateOrderDriver, InProcessCreateOrder>();
        services.AddSingleton<TableWakeUps>();
        services.AddSingleton<IWakeUps, PromptRetries>();
        if (samples is { Length: > 0 })
            services.AddDemoShop(samples);
        services.AddHostedService<WakeUpRounds>();
    }

    /// <summary>For links in letters where nothing else says where the host is reached; port 0 is known only once it listens.</summary>
    private static string? OwnUrl(string? urls) =>
        (urls ?? DefaultUrl).Split(';')[0] is var first && Uri.TryCreate(first, UriKind.Absolute, out var uri) && uri.Port > 0
            ? uri.GetLeftPart(UriPartial.Authority)
            : null;

    private static void Map(WebApplication app)
    {
        app.Use(AsMeant);
        app.UseRouting();
        var dispatcher = app.Services.GetRequiredService<Dispatcher>();
        foreach (var endpoint in app.Services.GetRequiredService<EndpointTable>().All)
            app.MapMethods("/" + endpoint.Route, [endpoint.Method], http => Execute(http, dispatcher.Run(endpoint.Name, http)));
        var preflight = app.Services.GetRequiredService<Preflight>();
        app.MapMethods("/{*path}", [HttpMethods.Options], http => Execute(http, preflight.Run(http)));
        Demo.DemoStorefront.Map(app);
        app.MapFallback("/{*path}", http => Execute(http, preflight.Refuse(http)));
    }

    private static Task AsMeant(HttpContext http, RequestDelegate next)
    {
        http.Request.Path = CanonicalPath.Of(http.Request.Path);
        return next(http);
    }

    private static async Task Execute(HttpContext http, Task<IResult> answer) => await (await answer).ExecuteAsync(http);
}
