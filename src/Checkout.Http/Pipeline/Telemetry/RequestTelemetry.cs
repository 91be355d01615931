using System.Diagnostics;
using System.Diagnostics.Metrics;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Pipeline.Telemetry;

/// <summary>Counts, times and traces calls by endpoint; never by what they carry.</summary>
public sealed class RequestTelemetry : IDisposable
{
    public const string Name = "Checkout.Requests";

    private readonly ActivitySource activities = new(Name);
    private readonly Histogram<double> durations;

    public RequestTelemetry(IMeterFactory meters)
    {
        durations = meters.Create(Name).CreateHistogram<double>("checkout.request.duration", "s", "Calls by endpoint and status.");
    }

    public ObservedRequest Begin(Endpoint endpoint, HttpContext http)
    {
        var activity = activities.StartActivity(endpoint.Name);
        activity?.SetTag("checkout.shop", http.Request.RouteValues[RouteNames.Shop]?.ToString());
        activity?.SetTag("checkout.public_order_id", http.Request.RouteValues[RouteNames.Order]?.ToString());
        return new ObservedRequest(endpoint, activity, durations);
    }

    public void Dispose() => activities.Dispose();
}

/// <summary>A call under way.</summary>
public sealed class ObservedRequest(Endpoint endpoint, Activity? activity, Histogram<double> durations) : IDisposable
{
    private readonly long begun = Stopwatch.GetTimestamp();

    public void Answered(IResult answer, int transactions)
    {
        var status = (answer as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK;
        activity?.SetTag("http.response.status_code", status);
        activity?.SetTag("checkout.storage.transactions", transactions);
        if (status >= StatusCodes.Status500InternalServerError)
            activity?.SetStatus(ActivityStatusCode.Error);
        durations.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, new("endpoint", endpoint.Name), new("status", status));
    }

    public void Dispose() => activity?.Dispose();
}
