using System.Diagnostics;
using Checkout.Stores;

namespace Checkout.Benchmarks.Lists;

/// <summary>
/// First pages of every list and search of a shop with few orders and of one with many, over tables in memory: the requests are
/// those that Azure would get, the time is what the program and its client take for them.
/// </summary>
internal static class ListLoad
{
    private const int Few = 100;
    private const int Repeats = 200;
    private const int WarmUp = 50;

    /// <summary>1 when a page took more storage transactions than a list may take.</summary>
    public static async Task<int> Run(int orders)
    {
        using var few = await FilledShop.With(Few);
        using var many = await Filled(orders);
        Console.WriteLine();
        Console.WriteLine($"{"first page, 50 lines at most", -40} {Few + " orders", 26} {orders + " orders", 26}");
        var most = 0L;
        foreach (var (small, large) in few.Pages().Zip(many.Pages()))
        {
            var (before, now) = (await Measured.Of(small), await Measured.Of(large));
            most = Math.Max(most, Math.Max(before.Transactions, now.Transactions));
            Console.WriteLine($"{small.Name, -40} {before, 26} {now, 26}");
        }

        return most <= IOrderList.MostTransactions ? 0 : 1;
    }

    private static async Task<FilledShop> Filled(int orders)
    {
        var took = Stopwatch.StartNew();
        var shop = await FilledShop.With(orders);
        Console.WriteLine($"{orders} orders and as many of everything else: {shop.Rows} rows in {took.Elapsed.TotalSeconds:F0} s");
        return shop;
    }

    /// <param name="Median">Milliseconds.</param>
    private sealed record Measured(double Median, long Transactions, int Lines)
    {
        public static async Task<Measured> Of(FirstPage page)
        {
            for (var i = 0; i < WarmUp; i++)
                await page.Read();
            var times = new List<double>(Repeats);
            var (transactions, lines) = (0L, 0);
            for (var i = 0; i < Repeats; i++)
            {
                using var requests = StorageTransactions.Count();
                var begun = Stopwatch.GetTimestamp();
                lines = await page.Read();
                times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                transactions = Math.Max(transactions, requests.Transactions);
            }

            times.Sort();
            return new Measured(times[Repeats / 2], transactions, lines);
        }

        public override string ToString() => $"{Median:F2} ms {Transactions} tx {Lines, 2} lines";
    }
}
