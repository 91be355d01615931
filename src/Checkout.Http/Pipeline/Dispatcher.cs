using System.Globalization;
using Checkout.Faults;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Http.Frame.SignIn;
using Checkout.Http.Pipeline.Telemetry;
using Checkout.Stores;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Checkout.Http.Pipeline;

/// <summary>Runs a request through its slice: CORS, sign-in, the slice, and an answer whatever happens. Both hosts call it.</summary>
public sealed partial class Dispatcher(
    EndpointTable table,
    Authenticator authenticator,
    IShops shops,
    Preflight preflight,
    IStorageMeter meter,
    CallRates rates,
    RequestTelemetry telemetry,
    IStoreFaults store,
    HttpSettings settings,
    ILogger<Dispatcher> log
)
{
    private const int ClientClosedRequest = 499;
    private const string SecondsUntilTheStoreIsBack = "5";

    public async Task<IResult> Run(string endpointName, HttpContext http)
    {
        var endpoint = table.Named(endpointName);
        using var observed = telemetry.Begin(endpoint, http);
        using var tally = meter.Start(endpoint.Name);
        var answer = await Answered(endpoint, http, tally);
        observed.Answered(answer, tally.Transactions);
        return answer;
    }

    private async Task<IResult> Answered(Endpoint endpoint, HttpContext http, IStorageTally tally)
    {
        try
        {
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers.XContentTypeOptions = "nosniff";
            var reply = await Reply(endpoint, http);
            foreach (var (name, value) in reply.Headers)
                http.Response.Headers[name] = value;
            var answer = reply.Render(endpoint);
            if (settings.IsDevelopment)
                http.Response.Headers["Server-Timing"] = $"storage;desc=\"{tally.Transactions}\"";
            return answer;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return Results.StatusCode(ClientClosedRequest);
        }
        catch (BadHttpRequestException exception)
        {
            return endpoint.Dialect.Refuse(
                new Refusal([
                    exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                        ? BodyReader.TooLarge()
                        : Problem.Invalid("body", "The body could not be read.", "malformed"),
                ])
            );
        }
        catch (Exception exception) when (store.IsAway(exception))
        {
            StoreAway(log, exception, endpoint.Name);
            http.Response.Headers.RetryAfter = SecondsUntilTheStoreIsBack;
            return endpoint.Dialect.Refuse(
                new Refusal([
                    Problem.Upstream("public_order_id", "The order cannot be reached right now. Try again.", "storage_unavailable"),
                ])
            );
        }
#pragma warning disable CA1031 // The last line of defense: logged, and answered in the shape that clients read.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Failed(log, exception, endpoint.Name);
            return endpoint.Dialect.Refuse(Refusal.Fault);
        }
    }

    private async Task<Reply> Reply(Endpoint endpoint, HttpContext http)
    {
        if (endpoint.Access.Kind is AccessKind.Development && !settings.IsDevelopment)
            return Problem.NotFound("There is nothing here.");

        var named = http.Request.RouteValues[RouteNames.Shop]?.ToString();
        var shop = named is null ? null : await shops.Find(named, http.RequestAborted);
        if (shop is not null)
            Cors.Allow(http, shop, settings);

        var call = await authenticator.SignIn(
            new Call
            {
                Endpoint = endpoint,
                Http = http,
                RouteValues = http.Request.RouteValues,
                Query = http.Request.Query,
                Shop = shop,
            }
        );
        if (!call.Succeeded && endpoint.Access.Kind is AccessKind.Facade or AccessKind.Visitor)
            await preflight.AllowRefusal(http);
        if (!call.Succeeded)
            return call.Problems;
        if (named is null && endpoint.Access.Kind is not (AccessKind.Public or AccessKind.Development))
            Cors.Allow(http, call.Value.Shop, settings);
        if (rates.Refuses(call.Value) is { } wait)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Problem.TooManyRequests();
        }

        if (http.Request.ContentLength > BodyReader.Limit)
            return BodyReader.TooLarge();
        return await Handle(call.Value, http.RequestServices);
    }

    /// <summary>Hands a signed-in call to its slice: what a batch does with each of its parts.</summary>
    public static Task<Reply> Handle(Call call, IServiceProvider services)
    {
        var slice = call.Endpoint.Open(services);
        return slice is ITakesTender ? services.GetRequiredService<TenderTries>().Run(call, slice) : slice.Handle(call);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Endpoint} failed")]
    private static partial void Failed(ILogger log, Exception exception, string endpoint);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Endpoint} cannot reach its store")]
    private static partial void StoreAway(ILogger log, Exception exception, string endpoint);
}
