using Azure.Data.Tables;
using Checkout.AzureStorage.Orders;
using Checkout.AzureStorage.Tables;
using Checkout.Faults;
using Checkout.Orders;
using Checkout.Stores;
using Checkout.Viewing;

namespace Checkout.AzureStorage.Tests.Orders;

/// <summary>Orders are found by the words of their state without reading those that have others.</summary>
[Collection(StorageFixture.Name)]
public sealed class OrderWordsListTests(StorageFixture storage) : IAsyncLifetime
{
    private const int Orders = 24;
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private CheckoutTables tables = null!;
    private TableOrderList list = null!;

    public async Task InitializeAsync()
    {
        tables = await storage.NewTables();
        list = new TableOrderList(tables);
        var lookup = Lookup();
        for (var i = 1; i <= Orders; i++)
        {
            await lookup.Add(Begun(i), default);
            await lookup.Update(Done(i, version: 2), default);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Find_EveryCombinationOfWords_IsWhatAFilterOverAllFindsInTwoTransactions()
    {
        var all = (await list.Find("shop1", new OrderQuery(), new PageRequest(100), default)).Value.Items;
        all.Length.ShouldBe(Orders);
        foreach (var status in new[] { null, OrderWords.Placed, OrderWords.Canceled })
        foreach (var financial in new[] { null, FinancialWords.Paid, FinancialWords.PaymentDue, FinancialWords.Pending })
        foreach (var fulfillment in new[] { null, FulfillmentWords.Unfulfilled, FulfillmentWords.Partial, FulfillmentWords.Fulfilled })
        foreach (var to in new DateTimeOffset?[] { null, Noon.AddMinutes(15) })
        {
            var query = new OrderQuery
            {
                OrderStatus = status,
                FinancialStatus = financial,
                FulfillmentStatus = fulfillment,
                To = to,
            };

            var found = await Paged(query, 3, mostTransactions: 3);

            found.ShouldBe(all.Where(query.Matches), query.ToString());
        }
    }

    [Fact]
    public async Task Find_WhileOrdersChangeTheirWords_TellsThoseThatKeepThemOnce()
    {
        var query = new OrderQuery { FulfillmentStatus = FulfillmentWords.Unfulfilled };
        var before = await Paged(query, 100, mostTransactions: 2);
        var shipped = before.Where((_, i) => i % 3 == 1).Select(order => order.OrderId).ToHashSet();
        var lookup = Lookup();
        var told = new List<long>();
        var asked = new PageRequest(2);
        do
        {
            var page = (await list.Find("shop1", query, asked, default)).Value;
            told.AddRange(page.Items.Select(order => order.OrderId));
            asked = asked with { After = page.Next };

            // The last that was told goes from the list, and so may the one that the cursor names.
            foreach (var id in told.Where(shipped.Contains))
                await lookup.Update(Shipped(Done(NumberOf(id), version: 3)), default);
        } while (asked.After is not null);

        told.ShouldBe(before.Select(order => order.OrderId));
        (await Paged(query, 2, mostTransactions: 3)).Select(order => order.OrderId).ShouldBe(told.Where(id => !shipped.Contains(id)));
        (await Paged(new OrderQuery { FulfillmentStatus = FulfillmentWords.Fulfilled }, 2, mostTransactions: 3))
            .Select(order => order.OrderId)
            .ShouldContain(told[1]);
    }

    [Fact]
    public async Task Find_OpenOrdersWithUnusualWords_AreFoundBesideManyCarts()
    {
        var lookup = Lookup();
        for (var i = 101; i <= 130; i++)
            await lookup.Add(Begun(i), default);
        var processing = Begun(110) with { Status = OrderStatus.Processing, Version = 2 };
        await lookup.Update(processing, default);

        var found = await Paged(new OrderQuery { Open = true, OrderStatus = OrderWords.Processing }, 10, mostTransactions: 1);
        var carts = await Paged(new OrderQuery { Open = true, OrderStatus = OrderWords.Open }, 10, mostTransactions: 2);
        await lookup.Update(processing with { Status = OrderStatus.Open, Version = 3 }, default);

        found.ShouldBe([OrderSummary.Of(processing)]);
        carts.Count.ShouldBe(29);
        (await Paged(new OrderQuery { Open = true, OrderStatus = OrderWords.Processing }, 10, mostTransactions: 1)).ShouldBeEmpty();
        (await Paged(new OrderQuery { Open = true, OrderStatus = OrderWords.Open }, 10, mostTransactions: 2)).Count.ShouldBe(30);
    }

    [Fact]
    public async Task Repair_OrderThatAnEarlierVersionListedWithoutItsWords_IsFoundByThem()
    {
        var order = Done(1, version: 2);
        var words = (await Rows())
            .Where(key => key.StartsWith("is-", StringComparison.Ordinal) && key.EndsWith(Number(order), StringComparison.Ordinal))
            .ToList();
        var own = (await tables.Lookup.GetEntityAsync<TableEntity>("shop1", Number(order))).Value;
        own["lines"] = string.Join(' ', own.GetString("lines").Split(' ').Except(words, StringComparer.Ordinal));
        await tables.Lookup.UpdateEntityAsync(own, own.ETag, TableUpdateMode.Replace);
        foreach (var key in words)
            await tables.Lookup.DeleteEntityAsync("shop1", key);
        var query = new OrderQuery { OrderStatus = OrderSummary.Of(order).OrderStatus };
        (await Paged(query, 100, mostTransactions: 1)).ShouldNotContain(OrderSummary.Of(order));

        await Lookup().Repair(order, default);

        words.Count.ShouldBe(4);
        (await Paged(query, 100, mostTransactions: 1)).ShouldContain(OrderSummary.Of(order));
    }

    private async Task<IReadOnlyList<OrderSummary>> Paged(OrderQuery query, int limit, int mostTransactions)
    {
        var told = new List<OrderSummary>();
        var asked = new PageRequest(limit);
        do
        {
            using var requests = StorageTransactions.Count();
            var page = (await list.Find("shop1", query, asked, default)).Value;
            requests.Transactions.ShouldBeLessThanOrEqualTo(mostTransactions, query.ToString());
            told.AddRange(page.Items);
            asked = asked with { After = page.Next };
        } while (asked.After is not null);

        return told;
    }

    private async Task<IReadOnlyList<string>> Rows()
    {
        var keys = new List<string>();
        await foreach (var row in tables.Lookup.QueryAsync<TableEntity>(select: ["RowKey"]))
            keys.Add(row.RowKey);
        return keys;
    }

    private TableOrderLookup Lookup() => new(tables, new NoCrashPoints(), TimeProvider.System);

    private static string Number(Order order) =>
        (1_000_000_000_000_000_000 - order.OrderId).ToString("D19", System.Globalization.CultureInfo.InvariantCulture);

    private static int NumberOf(long orderId) => (int)((orderId - 1_770_000_000_000_000) / 1000);

    private static Order Begun(int i) =>
        SampleOrder.New(1_770_000_000_000_000 + (i * 1000)) with
        {
            Status = OrderStatus.Open,
            Payments = [],
            Version = 1,
            Journal = null,
        };

    /// <summary>Every fifth is canceled, of every third the money is due, and of every fourth a part is shipped.</summary>
    private static Order Done(int i, int version)
    {
        var order = Begun(i) with { Version = version, ProcessedAt = Noon.AddMinutes(i), Status = OrderStatus.Processed };
        if (i % 5 == 0)
            order = order with { Status = OrderStatus.Canceled, CanceledAt = Noon.AddMinutes(i + 1) };
        if (i % 3 == 0)
            order = order with { PaymentDueAt = Noon };
        return i % 4 == 0 ? order with { LineItems = [order.LineItems[0] with { Quantity = 2, FulfilledQuantity = 1 }] } : order;
    }

    private static Order Shipped(Order order) =>
        order with
        {
            LineItems = [.. order.LineItems.Select(line => line with { FulfilledQuantity = line.Quantity })],
        };
}
