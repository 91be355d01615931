using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.CircuitBreaker;

namespace Checkout.Gateways.Stripe;

/// <summary>How Stripe is reached: a circuit breaker around retries around a time limit for each try, per account.</summary>
internal static class StripeConnections
{
    private static readonly TimeSpan OneTry = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddStripeConnections(this IServiceCollection services)
    {
        services
            .AddHttpClient(StripeAccounts.HttpClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                ConnectTimeout = TimeSpan.FromSeconds(5),
            })
            .AddResilienceHandler(StripeAccounts.HttpClientName, (pipeline, context) =>
            {
                pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();

                // The breaker is outermost: when it is open, Stripe was not asked at all.
                pipeline
                    .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
                    {
                        FailureRatio = 0.5,
                        MinimumThroughput = 10,
                        SamplingDuration = TimeSpan.FromSeconds(30),
                        BreakDuration = TimeSpan.FromSeconds(15),
                    })
                    .AddRetry(new HttpRetryStrategyOptions
                    {
                        MaxRetryAttempts = 2,
                        Delay = TimeSpan.FromMilliseconds(300),
                        BackoffType = DelayBackoffType.Exponential,
                        UseJitter = true,
                        ShouldHandle = arguments => ValueTask.FromResult(MayRetry(arguments.Outcome, arguments.Context.GetRequestMessage())),
                    })
                    .AddTimeout(OneTry);
            })
            .SelectPipelineBy(_ => Account);
        return services;
    }

    /// <summary>One merchant's trouble must not close the gate for another's. The key itself is not kept.</summary>
    private static string Account(HttpRequestMessage request) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{request.RequestUri?.Authority} {request.Headers.Authorization}"))));

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
