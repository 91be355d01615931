using System.Threading.RateLimiting;
using Checkout.Http.Frame;
using Checkout.Shops;

namespace Checkout.Http.Pipeline;

/// <summary>
/// Token buckets for each shop and each of its orders (docs/contract/README.md#rate-limits): a bucket holds the calls of one
/// second and fills at that rate. They are this instance's own: n instances let n times as many through. Only calls that
/// signed in count, so a stranger uses up nobody's; the administration of a shop never does, so a limit set too low can be corrected.
/// </summary>
public sealed class CallRates : IDisposable
{
    // An order's bucket comes first: a page that calls too often must not use up what its shop's other pages have.
    private readonly PartitionedRateLimiter<Call> buckets = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<Call, (string Shop, string Order, int PerSecond)>(call =>
            call.NamedOrderId is { } order && LimitsOf(call) is { } limits
                ? Bucket((call.ShopIdentifier, order, limits.OrderPerSecond), limits.OrderPerSecond)
                : RateLimitPartition.GetNoLimiter(default((string, string, int)))
        ),
        PartitionedRateLimiter.Create<Call, (string Shop, int PerSecond)>(call =>
            LimitsOf(call) is { } limits
                ? Bucket((call.ShopIdentifier, limits.ShopPerSecond), limits.ShopPerSecond)
                : RateLimitPartition.GetNoLimiter(default((string, int)))
        )
    );

    /// <summary>Takes one call from the buckets. Null when it may go on; otherwise how long the caller should wait.</summary>
    public TimeSpan? Refuses(Call call)
    {
        using var lease = buckets.AttemptAcquire(call);
        if (lease.IsAcquired)
            return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1);
    }

    public void Dispose() => buckets.Dispose();

    private static RateLimits? LimitsOf(Call call) =>
        call.Endpoint.Access.Kind is AccessKind.Public or AccessKind.Development or AccessKind.Administration ? null : call.Shop.RateLimits;

    private static RateLimitPartition<TKey> Bucket<TKey>(TKey key, int perSecond) =>
        RateLimitPartition.GetTokenBucketLimiter(
            key,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = perSecond,
                TokensPerPeriod = perSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                AutoReplenishment = false,
                QueueLimit = 0,
            }
        );
}
