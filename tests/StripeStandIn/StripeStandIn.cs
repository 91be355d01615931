using System.Collections.Concurrent;

namespace Checkout.Testing.Stripe;

/// <summary>
/// Stripe's HTTP API on loopback, as far as the driver uses it and as its documentation says it behaves: answers kept by
/// idempotency key (errors too, unless nothing was begun), a key in use refused, other parameters under a used key refused.
/// </summary>
public sealed class StripeStandIn : IAsyncDisposable
{
    public const string ApiKey = "sk_test_standin";
    public const string PublishableKey = "pk_test_standin";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Kept> kept = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<StandInFault> faults = new();

    private StripeStandIn(WebApplication app, TimeProvider clock)
    {
        this.app = app;
        Ledger = new StripeLedger(clock);
    }

    public StripeLedger Ledger { get; }

    /// <summary>Where it listens.</summary>
    public string Address => app.Urls.Single();

    public ConcurrentQueue<StandInRequest> Requests { get; } = new();

    public static async Task<StripeStandIn> Start(string address = "http://127.0.0.1:0", TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var listener = builder.Build();
        var standIn = new StripeStandIn(listener, clock ?? TimeProvider.System);
        listener.Run(standIn.Serve);
        await listener.StartAsync();
        return standIn;
    }

    /// <summary>What goes wrong with the next requests, in turn.</summary>
    public void Fail(params ReadOnlySpan<StandInFault> next)
    {
        foreach (var fault in next)
            faults.Enqueue(fault);
    }

    /// <summary>Completes once the process was asked to end (SIGTERM or Ctrl+C).</summary>
    public Task Ended() => app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task Serve(HttpContext context)
    {
        var fields = context.Request.HasFormContentType
            ? (await context.Request.ReadFormAsync()).ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal)
            : context.Request.Query.ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal);
        var key = context.Request.Headers["Idempotency-Key"].ToString();
        Requests.Enqueue(new StandInRequest(context.Request.Method, context.Request.Path, key, fields));
        if (!faults.TryDequeue(out var fault))
            fault = StandInFault.None;

        switch (fault)
        {
            case StandInFault.BreakBeforeWork:
                context.Abort();
                return;
            case StandInFault.Hang:
                Hanging.Writer.TryWrite(0);
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return;
            case StandInFault.RateLimit:
                await Write(
                    context,
                    new StandInAnswer(429, StandInAnswer.Error("invalid_request_error", "rate_limit", "Too many requests."))
                );
                return;
        }

        var isPublic = string.Equals(context.Request.Headers.Authorization, $"Bearer {PublishableKey}", StringComparison.Ordinal);
        if (!isPublic && !string.Equals(context.Request.Headers.Authorization, $"Bearer {ApiKey}", StringComparison.Ordinal))
        {
            await Write(context, new StandInAnswer(401, StandInAnswer.Error("invalid_request_error", null, "Invalid API Key provided.")));
            return;
        }

        var (answer, replayed) = Answer(context.Request, key, fields, isPublic, fault);
        if (replayed)
            context.Response.Headers["Idempotent-Replayed"] = "true";
        if (fault is StandInFault.BreakAfterWork)
            context.Abort();
        else
            await Write(context, answer);
    }

    /// <summary>One entry for each request that hangs.</summary>
    public System.Threading.Channels.Channel<int> Hanging { get; } = System.Threading.Channels.Channel.CreateUnbounded<int>();

    private (StandInAnswer Answer, bool Replayed) Answer(
        HttpRequest request,
        string key,
        Dictionary<string, string> fields,
        bool isPublic,
        StandInFault fault
    )
    {
        if (HttpMethods.IsGet(request.Method) || key.Length == 0)
            return (Ledger.Handle(request.Method, request.Path, fields, isPublic), false);

        var parameters =
            request.Path + "?" + string.Join('&', fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}"));
        var mine = new Kept(parameters);
        var found = kept.GetOrAdd(key, mine);
        if (!ReferenceEquals(found, mine))
        {
            if (!string.Equals(found.Parameters, parameters, StringComparison.Ordinal))
                return (
                    new StandInAnswer(
                        400,
                        StandInAnswer.Error(
                            "idempotency_error",
                            null,
                            "Keys for idempotent requests can only be used with the same parameters."
                        )
                    ),
                    false
                );
            return found.Answer is { } before
                ? (before, true)
                : (
                    new StandInAnswer(
                        409,
                        StandInAnswer.Error(
                            "idempotency_error",
                            "idempotency_key_in_use",
                            "There is currently another in-progress request."
                        )
                    ),
                    false
                );
        }

        var answer = Ledger.Handle(request.Method, request.Path, fields, isPublic);
        if (fault is StandInFault.ServerErrorAfterWork)
            answer = new StandInAnswer(500, StandInAnswer.Error("api_error", null, "Something went wrong."));
        if (answer.FailedValidation)
            kept.TryRemove(key, out _);
        else
            mine.Answer = answer;
        return (answer, false);
    }

    private static async Task Write(HttpContext context, StandInAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.Body.ToJsonString());
    }

    private sealed class Kept(string parameters)
    {
        public string Parameters { get; } = parameters;
        public StandInAnswer? Answer { get; set; }
    }
}

public enum StandInFault
{
    None,
    BreakBeforeWork,
    BreakAfterWork,
    ServerErrorAfterWork,
    RateLimit,
    Hang,
}

public sealed record StandInRequest(string Method, string Path, string IdempotencyKey, IReadOnlyDictionary<string, string> Fields);
