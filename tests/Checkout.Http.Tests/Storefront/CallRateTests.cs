using Checkout.Shops;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Storefront;

[Collection(StartedHost.Name)]
public sealed class CallRateTests(StartedHost host)
{
    private const int Calls = 64;

    [Fact]
    public async Task Order_AboveItsRate_Gets429_AndOtherOrdersGoOn()
    {
        var (busy, other) = (await host.NewOrder(), await host.NewOrder());
        var before = await host.Change(shop => shop with { RateLimits = new RateLimits(ShopPerSecond: 10_000, OrderPerSecond: 1) });
        try
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => busy.Get("/refresh")));

            answers.ShouldAllBe(a => a.Status == 200 || a.Status == 429);
            answers.ShouldContain(a => a.Status == 200);
            var refused = answers.Where(a => a.Status == 429).ToList();
            refused.ShouldNotBeEmpty();
            foreach (var answer in refused)
            {
                answer.Combination.ShouldBe(("order", "public_order_id", "critical", "too_many_requests"));
                answer.RetryAfter.ShouldBe(TimeSpan.FromSeconds(1));
                answer.Cost.ShouldBe(0);
            }

            (await other.Get("/refresh")).Status.ShouldBe(200);
        }
        finally
        {
            await host.Change(_ => before);
        }
    }

    [Fact]
    public async Task Shop_AboveItsRate_Gets429_WhicheverOrderCalls()
    {
        var orders = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.NewOrder()));
        var before = await host.Change(shop => shop with { RateLimits = new RateLimits(ShopPerSecond: 1, OrderPerSecond: 1_000) });
        try
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, Calls).Select(i => orders[i % orders.Length].Get("/refresh")));
            answers.Count(a => a.Status == 429).ShouldBeGreaterThan(0);
            answers.ShouldAllBe(a => a.Status == 200 || a.Status == 429);
        }
        finally
        {
            await host.Change(_ => before);
        }
    }

    [Fact]
    public async Task Order_RefusedForItsRate_IsLetThroughOnceItsBucketHasFilled()
    {
        var checkout = await host.NewOrder();
        var before = await host.Change(shop => shop with { RateLimits = new RateLimits(ShopPerSecond: 10_000, OrderPerSecond: 1) });
        try
        {
            await Until(429);
            await Until(200);
        }
        finally
        {
            await host.Change(_ => before);
        }

        // The buckets fill by the clock of the machine, which no test can set: how long it takes is not asserted.
        async Task Until(int status)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while ((await checkout.Get("/refresh")).Status != status)
                patience.IsCancellationRequested.ShouldBeFalse($"No call was answered with {status}.");
        }
    }

    [Fact]
    public async Task Batch_IsOneCall()
    {
        var checkout = await host.NewOrder();
        var before = await host.Change(shop => shop with { RateLimits = new RateLimits(ShopPerSecond: 10_000, OrderPerSecond: 2) });
        try
        {
            var reads = Enumerable.Repeat(("GET", "/refresh", "null"), 20).ToArray();
            (await checkout.Batch(reads)).Ok().Data.GetArrayLength().ShouldBe(20);
        }
        finally
        {
            await host.Change(_ => before);
        }
    }

    [Fact]
    public async Task NoLimits_EveryCallGoesOn()
    {
        var checkout = await host.NewOrder();
        var answers = await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => checkout.Get("/refresh")));
        answers.ShouldAllBe(a => a.Status == 200);
    }

    [Fact]
    public async Task BadJwt_DoesNotUseUpTheOrdersCalls()
    {
        var checkout = await host.NewOrder();
        var stranger = new Checkout(host.Client, checkout.OrderId, "bad");
        var before = await host.Change(shop => shop with { RateLimits = new RateLimits(ShopPerSecond: Calls / 2, OrderPerSecond: 1) });
        try
        {
            (await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => stranger.Get("/refresh")))).ShouldAllBe(a => a.Status == 401);
            (await checkout.Get("/refresh")).Status.ShouldBe(200);
        }
        finally
        {
            await host.Change(_ => before);
        }
    }
}
