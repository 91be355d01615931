using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Checkout.Local;
using Checkout.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Shouldly;
using Xunit;

namespace CheckoutLocal.Tests.Telemetry;

/// <summary>
/// What is observed leaves the host: packages of OpenTelemetry that do not fit together drop every metric and say so nowhere
/// but in their own event source, and then no alert ever comes.
/// </summary>
public sealed partial class ExportTests : IAsyncLifetime
{
    private readonly HttpListener collector = new();
    private readonly string collectorAddress = $"http://127.0.0.1:{Loopback.FreePort()}";
    private readonly ConcurrentQueue<(string Path, string Body)> received = new();
    private readonly KeptSpans kept = new();
    private AzuriteProcess azurite = null!;
    private WebApplication app = null!;

    public async Task InitializeAsync()
    {
        collector.Prefixes.Add(collectorAddress + "/");
        collector.Start();
        _ = Collect();
        azurite = await AzuriteProcess.Start();
        app = LocalHost.Build(
            ["--urls", "http://127.0.0.1:0", "--environment", "Development"],
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(
                    new Dictionary<string, string?>(StringComparer.Ordinal)
                    {
                        ["Storage:ConnectionString"] = azurite.ConnectionString,
                        ["Local:SamplesFolder"] = ObservedHost.Samples(),
                        ["Secrets:jwt-signing-key"] = new string('k', 64),
                        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collectorAddress,
                        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                    }
                );
                builder.Services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddProcessor(kept));
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
            }
        );
        await app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await azurite.DisposeAsync();
        collector.Close();
    }

    [Fact]
    public async Task Call_ItsMetricsAndSpans_ReachTheCollector()
    {
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);

        app.Services.GetRequiredService<MeterProvider>().ForceFlush(30_000).ShouldBeTrue();
        app.Services.GetRequiredService<TracerProvider>().ForceFlush(30_000).ShouldBeTrue();

        foreach (var metric in new[] { "checkout.request.duration", "checkout.storage.transactions" })
            received.ShouldContain(r => r.Path == "/v1/metrics" && r.Body.Contains(metric, StringComparison.Ordinal), metric);
        received.ShouldContain(r => r.Path == "/v1/traces" && r.Body.Contains("Checkout.Requests", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Call_EachRequestToStorage_IsOneSpan()
    {
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var call = new Activity("call") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.Start();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/checkout/orders/zp3oafdor9/create")
        {
            Content = new StringContent(
                await File.ReadAllTextAsync(Repository.Path("samples", "create-order.json")),
                Encoding.UTF8,
                "application/json"
            ),
        };
        request.Headers.Add("Authorization", "Bearer demo-api-token");
        using var answer = await client.SendAsync(request);

        var took = int.Parse(StorageCost().Match(answer.Headers.GetValues("Server-Timing").First()).Value, CultureInfo.InvariantCulture);
        var spans = kept.Of(call.TraceId);
        const int OfTheTestGatewaysBook = 2;
        spans
            .Count(name => name.StartsWith("Azure.Data.Tables", StringComparison.Ordinal))
            .ShouldBe(took + OfTheTestGatewaysBook, string.Join("; ", spans));
        spans
            .Count(name => name.StartsWith("System.Net.Http", StringComparison.Ordinal))
            .ShouldBeLessThanOrEqualTo(1, "the test's own call");
        spans.ShouldNotContain(name => name.StartsWith("Azure.Core", StringComparison.Ordinal));
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex StorageCost();

    private async Task Collect()
    {
        while (collector.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await collector.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            // The names stand in the binary body as plain text.
            using var body = new StreamReader(context.Request.InputStream, Encoding.Latin1);
            received.Enqueue((context.Request.Url!.AbsolutePath, await body.ReadToEndAsync()));
            context.Response.Close();
        }
    }

    /// <summary>What the host would send: the sources that it listens to, without what it filters.</summary>
    private sealed class KeptSpans : BaseProcessor<Activity>
    {
        private readonly ConcurrentQueue<Activity> spans = new();

        public IReadOnlyList<string> Of(ActivityTraceId trace) =>
            [.. spans.Where(s => s.TraceId == trace).Select(s => $"{s.Source.Name} {s.OperationName}")];

        public override void OnEnd(Activity data) => spans.Enqueue(data);
    }
}
