using BenchmarkDotNet.Running;
using Checkout.Benchmarks;
using Checkout.Benchmarks.Lists;
using Checkout.Benchmarks.Load;

// dotnet run -c Release --project tests/Benchmarks -- load [orders] [clients]
// dotnet run -c Release --project tests/Benchmarks -- lists [orders]
// dotnet run -c Release --project tests/Benchmarks -- --filter '*' --job short -i
if (args is ["load", .. var numbers])
    return await CreateOrderLoad.Run(
        orders: numbers.Length > 0 ? int.Parse(numbers[0]) : 500,
        clients: numbers.Length > 1 ? int.Parse(numbers[1]) : 16
    );
if (args is ["lists", .. var counts])
    return await ListLoad.Run(orders: counts.Length > 0 ? int.Parse(counts[0]) : 100_000);
BenchmarkSwitcher.FromTypes([typeof(PricingBenchmarks), typeof(StateBenchmarks)]).Run(args);
return 0;
