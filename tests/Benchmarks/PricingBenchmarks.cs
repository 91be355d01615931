using BenchmarkDotNet.Attributes;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Benchmarks;

/// <summary>What it costs to price an order: done at every answer.</summary>
[MemoryDiagnoser]
public class PricingBenchmarks
{
    private Order order = null!;

    [Params(1, 50, 500)]
    public int Lines { get; set; }

    [GlobalSetup]
    public void Fill() => order = Carts.Of(Lines);

    [Benchmark]
    public long Price() => OrderPrice.Of(order).Total;
}
