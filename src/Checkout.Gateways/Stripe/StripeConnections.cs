using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Checkout.Gateways.Stripe;

/// <summary>How Stripe is reached: a circuit breaker around retries around a time limit for each try, per account.</summary>
internal static class StripeConnections
{
    public static IServiceCollection AddStripeConnections(this IServiceCollection services)
    {
        services
            .AddHttpClient(StripeAccounts.HttpClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                    ConnectTimeout = TimeSpan.FromSeconds(5),
                }
            )
            .AddResilienceHandler(
                StripeAccounts.HttpClientName,
                (pipeline, context) =>
                {
                    var patience = context.ServiceProvider.GetRequiredService<StripePatience>();
                    pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();

                    // The breaker is outermost: when it is open, Stripe was not asked at all.
                    pipeline
                        .AddCircuitBreaker(
                            new HttpCircuitBreakerStrategyOptions
                            {
                                FailureRatio = 0.5,
                                MinimumThroughput = patience.FewestCalls,
                                SamplingDuration = TimeSpan.FromSeconds(30),
                                BreakDuration = patience.Break,
                            }
                        )
                        .AddRetry(
                            new HttpRetryStrategyOptions
                            {
                                MaxRetryAttempts = 2,
                                Delay = patience.RetryDelay,
                                BackoffType = DelayBackoffType.Exponential,
                                UseJitter = true,
                                ShouldHandle = arguments =>
                                    ValueTask.FromResult(MayRetry(arguments.Outcome, arguments.Context.GetRequestMessage())),
                            }
                        )
                        .AddTimeout(patience.OneTry);
                }
            )
            .SelectPipelineBy(_ => Account);
        return services;
    }

    /// <summary>One merchant's trouble must not close the gate for another's. The key itself is not kept.</summary>
    private static string Account(HttpRequestMessage request) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Create(CultureInfo.InvariantCulture, $"{request.RequestUri?.Authority} {request.Headers.Authorization}")
                )
            )
        );

    /// <summary>Only what cannot be done twice: a read, or a write with an idempotency key. Stripe's own word on it counts most.</summary>
    private static bool MayRetry(Outcome<HttpResponseMessage> outcome, HttpRequestMessage? request)
    {
        if (request is null || !(request.Method == HttpMethod.Get || request.Headers.Contains("Idempotency-Key")))
            return false;
        if (outcome.Result is { } answer && answer.Headers.TryGetValues("Stripe-Should-Retry", out var advice))
            return advice.Contains("true", StringComparer.Ordinal);
        return outcome.Result?.StatusCode is HttpStatusCode.Conflict || HttpClientResiliencePredicates.IsTransient(outcome);
    }
}

/// <summary>Times of the connection to Stripe.</summary>
/// <param name="OneTry">How long one try may take; what one call with its retries may take is the gateway's own setting.</param>
/// <param name="RetryDelay">Before the first retry; it doubles, with jitter.</param>
/// <param name="FewestCalls">Half of at least so many calls within 30 seconds must fail before the circuit opens.</param>
/// <param name="Break">How long it stays open.</param>
public sealed record StripePatience(TimeSpan OneTry, TimeSpan RetryDelay, int FewestCalls, TimeSpan Break)
{
    public static readonly StripePatience Default = new(
        TimeSpan.FromSeconds(10),
        TimeSpan.FromMilliseconds(300),
        10,
        TimeSpan.FromSeconds(15)
    );
}
