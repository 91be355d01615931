using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Checkout.Local;
using Checkout.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CheckoutLocal.Tests.Telemetry;

/// <summary>A host whose whole log and every span is kept, at the lowest level that its filters let through.</summary>
public sealed class ObservedHost : IAsyncLifetime, ILoggerProvider
{
    private readonly ConcurrentQueue<string> log = new();
    private readonly ConcurrentQueue<Activity> spans = new();
    private readonly ActivityListener listener;
    private AzuriteProcess azurite = null!;
    private WebApplication app = null!;

    public ObservedHost()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    public HttpClient Client { get; private set; } = null!;

    public IReadOnlyList<string> Log => [.. log];

    public IReadOnlyList<Activity> Spans => [.. spans];

    public async Task InitializeAsync()
    {
        azurite = await AzuriteProcess.Start();
        app = LocalHost.Build(
            ["--urls", "http://127.0.0.1:0", "--environment", "Development"],
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(
                    new Dictionary<string, string?>(StringComparer.Ordinal)
                    {
                        ["Storage:ConnectionString"] = azurite.ConnectionString,
                        ["Local:SamplesFolder"] = Samples(),
                        ["Secrets:jwt-signing-key"] = new string('k', 64),
                    }
                );
                builder.Logging.ClearProviders().AddProvider(this).SetMinimumLevel(LogLevel.Trace);
            }
        );
        await app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        listener.Dispose();
        await azurite.DisposeAsync();
    }

    public async Task<JsonNode> Send(HttpMethod method, string path, string token, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        using var answer = await Client.SendAsync(request);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    public static string Samples() => Repository.Path("samples");

    public ILogger CreateLogger(string categoryName) => new Keeper(log, categoryName);

    void IDisposable.Dispose() { }

    private sealed class Keeper(ConcurrentQueue<string> log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            log.Enqueue($"{category} scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => log.Enqueue($"{logLevel} {category} {formatter(state, exception)} {exception}");
    }
}
