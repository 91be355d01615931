using BenchmarkDotNet.Running;
using Checkout.Benchmarks;
using Checkout.Benchmarks.Load;

// dotnet run -c Release --project tests/Benchmarks -- load [orders] [clients]
// dotnet run -c Release --project tests/Benchmarks -- --filter '*' --job short -i
if (args is ["load", .. var numbers])
    return await CreateOrderLoad.Run(
        orders: numbers.Length > 0 ? int.Parse(numbers[0]) : 500,
        clients: numbers.Length > 1 ? int.Parse(numbers[1]) : 16
    );
BenchmarkSwitcher.FromTypes([typeof(PricingBenchmarks), typeof(StateBenchmarks)]).Run(args);
return 0;
