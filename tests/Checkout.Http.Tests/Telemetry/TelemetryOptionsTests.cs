using Checkout.Http.Pipeline.Telemetry;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Telemetry;

public sealed class TelemetryOptionsTests
{
    [Theory]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "nonsense")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "nowhere")]
    [InlineData("Telemetry:SamplingRatio", "2")]
    [InlineData("Telemetry:SamplingRatio", "half")]
    public void From_WrongSetting_NamesIt(string setting, string value)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>(setting, value)])
            .Build();

        Should.Throw<InvalidOperationException>(() => TelemetryOptions.From(configuration)).Message.ShouldContain(setting);
    }

    [Fact]
    public void From_NoSetting_SendsNothingAnywhere()
    {
        var options = TelemetryOptions.From(new ConfigurationBuilder().Build());

        options.ShouldBe(
            new TelemetryOptions
            {
                ApplicationInsights = null,
                Otlp = null,
                SamplingRatio = 1,
            }
        );
    }
}
