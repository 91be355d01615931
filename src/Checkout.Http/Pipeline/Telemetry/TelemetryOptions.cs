using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Checkout.Http.Pipeline.Telemetry;

/// <summary>Where traces, metrics and logs go. The names are those that OpenTelemetry and Azure Monitor document.</summary>
public sealed record TelemetryOptions
{
    /// <summary>Of Application Insights; null sends nothing there.</summary>
    public string? ApplicationInsights { get; init; }

    /// <summary>Of an OTLP collector; null sends nothing there.</summary>
    public Uri? Otlp { get; init; }

    /// <summary>The part of traces that is kept, 0 to 1.</summary>
    public double SamplingRatio { get; init; } = 1;

    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public static TelemetryOptions From(IConfiguration configuration) =>
        new()
        {
            ApplicationInsights = ConnectionString(configuration, "APPLICATIONINSIGHTS_CONNECTION_STRING"),
            Otlp = Address(configuration, "OTEL_EXPORTER_OTLP_ENDPOINT"),
            SamplingRatio = Ratio(configuration, "Telemetry:SamplingRatio"),
        };

    private static string? ConnectionString(IConfiguration configuration, string name) =>
        configuration[name] is not { Length: > 0 } text ? null
        : text.Contains("InstrumentationKey=", StringComparison.OrdinalIgnoreCase) ? text
        : throw new InvalidOperationException($"Setting {name} must hold InstrumentationKey=…");

    private static Uri? Address(IConfiguration configuration, string name) =>
        configuration[name] is not { Length: > 0 } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri
        : throw new InvalidOperationException($"Setting {name} must be an http or https address, not '{text}'.");

    private static double Ratio(IConfiguration configuration, string name) =>
        configuration[name] is not { Length: > 0 } text ? 1
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var ratio) && ratio is >= 0 and <= 1
            ? ratio
        : throw new InvalidOperationException($"Setting {name} must be a number from 0 to 1, not '{text}'.");
}
