using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame.Json;
using Checkout.Orders;

namespace Checkout.Benchmarks;

/// <summary>What it costs to keep an order and to show it: done at every change.</summary>
[MemoryDiagnoser]
public class StateBenchmarks
{
    private Order order = null!;
    private byte[] document = [];

    [Params(1, 50, 500)]
    public int Lines { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        order = Carts.Of(Lines);
        document = OrderDocument.Write(order).ToArray();
    }

    [Benchmark]
    public int WriteDocument() => OrderDocument.Write(order).Length;

    [Benchmark]
    public Order ReadDocument() => OrderDocument.Read(document);

    [Benchmark]
    public int WriteApplicationState() =>
        JsonSerializer.SerializeToUtf8Bytes(ApplicationState.Of(order), WireJson.Of<ApplicationState>()).Length;
}
