using System.Diagnostics;
using System.Diagnostics.Metrics;
using Checkout.Plugins.Calls;

namespace Checkout.Http.Pipeline.Telemetry;

/// <summary>Times and traces what plugins and overrides take to answer, by the key that signs, not by their URL.</summary>
internal sealed class ObservedPluginCalls : IPluginCalls, IDisposable
{
    public const string Name = "Checkout.Plugins";

    private readonly IPluginCalls calls;
    private readonly ActivitySource activities = new(Name);
    private readonly Histogram<double> durations;

    public ObservedPluginCalls(IPluginCalls calls, IMeterFactory meters)
    {
        this.calls = calls;
        durations = meters.Create(Name).CreateHistogram<double>("checkout.plugin.duration", "s", "Answers of plugins and overrides.");
    }

    public async Task<PluginReply> Post(PluginRequest request, CancellationToken cancellation)
    {
        using var activity = activities.StartActivity("plugin", ActivityKind.Client);
        activity?.SetTag("checkout.plugin", request.KeyId);
        var begun = Stopwatch.GetTimestamp();
        var outcome = "no_answer";
        try
        {
            var reply = await calls.Post(request, cancellation);
            outcome = reply.Failure is null ? "answered" : "failed";
            return reply;
        }
        finally
        {
            activity?.SetTag("checkout.plugin.outcome", outcome);
            durations.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, new("plugin", request.KeyId), new("outcome", outcome));
        }
    }

    public void Dispose() => activities.Dispose();
}
