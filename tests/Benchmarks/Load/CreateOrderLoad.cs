using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Checkout.Testing;

namespace Checkout.Benchmarks.Load;

/// <summary>
/// The guide's Create Order from several clients at once against CheckoutLocal and Azurite, then the same number of bare
/// table transactions against the same Azurite, so that what the emulator can do is beside what the checkout does.
/// </summary>
internal static class CreateOrderLoad
{
    private const int WarmUp = 1000;

    public static async Task<int> Run(int orders, int clients)
    {
        await using var azurite = await AzuriteProcess.Start();
        await using var checkout = await LocalCheckout.Start(azurite.ConnectionString);
        var body = JsonNode.Parse(await File.ReadAllTextAsync(Repository.Path("samples/create-order.json")))!;
        await Create(checkout, body, WarmUp, clients);

        var cpu = checkout.Cpu;
        var created = await Create(checkout, body, orders, clients);
        cpu = checkout.Cpu - cpu;
        var transactions = created.Transactions;
        var raw = await RawTransactions(azurite, transactions, clients);

        Console.WriteLine($"{orders} orders of six commands, {clients} clients");
        Console.WriteLine($"  orders/s              {orders / created.Took.TotalSeconds, 10:F1}");
        Console.WriteLine($"  p50, p99              {created.Percentile(0.50), 10:F0} ms {created.Percentile(0.99), 8:F0} ms");
        Console.WriteLine($"  CPU per order         {cpu.TotalMilliseconds / orders, 10:F2} ms (CheckoutLocal's own counters)");
        Console.WriteLine(
            $"  storage per order     {(double)transactions / orders, 10:F1} transactions, {transactions / created.Took.TotalSeconds:F0}/s"
        );
        Console.WriteLine(
            $"  Azurite alone         {transactions / raw.TotalSeconds, 10:F0} transactions/s, the same number, nothing else"
        );
        Console.WriteLine($"  ratio                 {raw / created.Took, 10:P0} of the emulator's own speed");
        return created.Failures == 0 ? 0 : 1;
    }

    private sealed record Created(TimeSpan Took, IReadOnlyList<double> Milliseconds, long Transactions, int Failures)
    {
        public double Percentile(double part) => Milliseconds[Math.Min(Milliseconds.Count - 1, (int)(Milliseconds.Count * part))];
    }

    private static async Task<Created> Create(LocalCheckout checkout, JsonNode body, int orders, int clients)
    {
        using var client = new HttpClient { BaseAddress = checkout.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "demo-api-token");
        var times = new ConcurrentBag<double>();
        var (transactions, failures) = (0L, 0);
        var all = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, orders),
            new ParallelOptions { MaxDegreeOfParallelism = clients },
            async (_, cancellation) =>
            {
                var order = body.DeepClone();
                order["idempotency_key"] = Guid.NewGuid().ToString();
                using var content = new StringContent(order.ToJsonString(), Encoding.UTF8, "application/json");
                var one = Stopwatch.StartNew();
                using var response = await client.PostAsync(
                    new Uri("/checkout/orders/zp3oafdor9/create", UriKind.Relative),
                    content,
                    cancellation
                );
                times.Add(one.Elapsed.TotalMilliseconds);
                if (response.StatusCode is not HttpStatusCode.OK)
                {
                    Interlocked.Increment(ref failures);
                    Console.Error.WriteLine(await response.Content.ReadAsStringAsync(cancellation));
                }

                Interlocked.Add(ref transactions, StorageCost(response));
            }
        );
        return new Created(all.Elapsed, [.. times.Order()], transactions, failures);
    }

    private static int StorageCost(HttpResponseMessage response)
    {
        var timing = response.Headers.TryGetValues("Server-Timing", out var values) ? values.First() : "";
        var start = timing.IndexOf("desc=\"", StringComparison.Ordinal);
        return start < 0 ? 0 : int.Parse(timing[(start + 6)..timing.IndexOf('"', start + 6)]);
    }

    /// <summary>Half point reads, half inserts: about what an order does.</summary>
    private static async Task<TimeSpan> RawTransactions(AzuriteProcess azurite, long count, int clients)
    {
        var table = new TableClient(azurite.ConnectionString, "raw");
        await table.CreateIfNotExistsAsync();
        var payload = new byte[4096];
        var took = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, (int)count),
            new ParallelOptions { MaxDegreeOfParallelism = clients },
            async (i, cancellation) =>
            {
                if (i % 2 == 0)
                    await table.UpsertEntityAsync(
                        new TableEntity($"{i}", "row") { ["s0"] = payload },
                        TableUpdateMode.Replace,
                        cancellation
                    );
                else
                    await table.GetEntityIfExistsAsync<TableEntity>($"{i - 1}", "row", cancellationToken: cancellation);
            }
        );
        return took.Elapsed;
    }
}
