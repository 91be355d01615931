using Checkout.Benchmarks.Lists;
using Checkout.Stores;

namespace Checkout.AzureStorage.Tests;

/// <summary>The pages of the benchmark of lists, in a shop that is small enough for a test and larger than any page.</summary>
public sealed class FirstPageTests
{
    private const int Orders = 2000;

    [Fact]
    public async Task FirstPage_OfEveryListAndSearch_CostsThreeTransactionsAtMost()
    {
        using var shop = await FilledShop.With(Orders);
        foreach (var page in shop.Pages())
        {
            using var requests = StorageTransactions.Count();
            var lines = await page.Read();
            requests.Transactions.ShouldBeLessThanOrEqualTo(IOrderList.MostTransactions, page.Name);
            lines.ShouldBe(Expected(page.Name), page.Name);
        }
    }

    private static int Expected(string page) =>
        page switch
        {
            "orders, from and to" => 30,
            "open work of a shop without any" => 0,
            _ when page.EndsWith("of none", StringComparison.Ordinal) => 0,
            _ when page.Contains(" by ", StringComparison.Ordinal) && page != "product by title" => 1,
            _ => 50,
        };
}
