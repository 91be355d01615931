using Azure.Data.Tables;
using Checkout.AzureStorage.Orders;
using Checkout.AzureStorage.Tables;
using Checkout.Faults;
using Checkout.Orders;
using Checkout.Stores;
using Checkout.Viewing;

namespace Checkout.AzureStorage.Tests.Orders;

[Collection(StorageFixture.Name)]
public sealed class TableOrderListTests(StorageFixture storage) : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly NoCrashPoints crash = new();
    private CheckoutTables tables = null!;
    private TableOrderList list = null!;

    public async Task InitializeAsync()
    {
        tables = await storage.NewTables();
        list = new TableOrderList(tables);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Update_AnOlderState_NeverReplacesANewerOne()
    {
        var (here, elsewhere) = (Lookup(), Lookup());
        var begun = Begun(1);
        await here.Add(begun, default);
        var placed = Placed(begun, version: 5);
        var canceled = placed with { Status = OrderStatus.Canceled, CanceledAt = Noon.AddHours(1), Version = 6 };

        await elsewhere.Update(canceled, default);
        await here.Update(placed, default);
        await Lookup().Update(placed, default);

        (await Find(new OrderQuery())).ShouldBe([OrderSummary.Of(canceled)]);
        (await Find(new OrderQuery { OrderId = begun.OrderId })).ShouldBe([OrderSummary.Of(canceled)]);
    }

    [Fact]
    public async Task Update_WhatSaysTheSame_StillKeepsAnOlderStateOut()
    {
        var (here, elsewhere) = (Lookup(), Lookup());
        var begun = Begun(1);
        var placed = Placed(begun, version: 2);
        await here.Add(begun, default);
        await here.Update(placed, default);

        // Shipped at version 3 and taken back at 4; the write of 3 comes late.
        await elsewhere.Update(placed with { Version = 4 }, default);
        await here.Update(placed with { Version = 3, LineItems = [placed.LineItems[0] with { FulfilledQuantity = 1 }] }, default);

        (await Find(new OrderQuery())).ShouldBe([OrderSummary.Of(placed)]);
    }

    [Fact]
    public async Task Update_RacingWriters_EndWithTheNewest()
    {
        var begun = Begun(1);
        await Lookup().Add(begun, default);

        await Task.WhenAll(
            Enumerable
                .Range(2, 12)
                .Select(version =>
                    Lookup()
                        .Update(
                            Placed(begun, version) with
                            {
                                Customer = new Customer { EmailAddress = $"{version}@example.com" },
                            },
                            default
                        )
                )
        );

        (await Find(new OrderQuery())).ShouldHaveSingleItem().EmailAddress.ShouldBe("13@example.com");
        (await Rows()).Count(key => key.StartsWith("mail-", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Update_ByTheProcessThatWroteLast_IsOneTransactionAndTwoElsewhere()
    {
        var here = Lookup();
        var begun = Begun(1);
        (await Cost(() => here.Add(begun, default))).ShouldBe(1);
        (await Cost(() => here.Update(Placed(begun, 2), default))).ShouldBe(1);
        (await Cost(() => Lookup().Update(Placed(begun, 3), default))).ShouldBe(2);
        (await Cost(() => here.Repair(Placed(begun, 2), default))).ShouldBe(0);
        (await Cost(() => Lookup().Repair(Placed(begun, 9), default))).ShouldBe(1);
    }

    [Fact]
    public async Task Update_OrderWithoutItsPerson_LeavesNothingOfThem()
    {
        var begun = Begun(1) with
        {
            Customer = new Customer
            {
                FirstName = "Ann",
                LastName = "Frost",
                EmailAddress = "ann@example.com",
            },
        };
        await Lookup().Add(begun, default);
        await Lookup().Update(Placed(begun, 2), default);
        (await Find(new OrderQuery { EmailAddress = " ANN@example.com" })).ShouldHaveSingleItem().CustomerName.ShouldBe("Ann Frost");

        await Lookup().Update(Placed(begun, 3) with { Customer = null }, default);

        (await Find(new OrderQuery { EmailAddress = "ann@example.com" })).ShouldBeEmpty();
        (await Rows()).ShouldNotContain(key => key.StartsWith("mail-", StringComparison.Ordinal));
        (await Find(new OrderQuery())).ShouldHaveSingleItem().CustomerName.ShouldBeEmpty();
    }

    [Fact]
    public async Task Repair_RowOfAnEarlierVersionOfTheProgram_ListsTheOrder()
    {
        var order = Begun(1);
        var number = (1_000_000_000_000_000_000 - order.OrderId).ToString("D19", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var key in new[] { number, "open-" + number })
            await tables.Lookup.AddEntityAsync(new TableEntity("shop1", key) { ["public_order_id"] = order.PublicOrderId });
        (await Find(new OrderQuery { Open = true })).ShouldBeEmpty();

        await Lookup().Repair(Placed(order, 4), default);

        (await Find(new OrderQuery())).ShouldBe([OrderSummary.Of(Placed(order, 4))]);
        (await Rows()).ShouldNotContain("open-" + number);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Find_WhileOrdersComeIn_TellsEachOrderOnce(bool open)
    {
        var lookup = Lookup();
        for (var i = 1; i <= 23; i++)
            await Place(lookup, i);
        var told = new List<OrderSummary>();
        var inserted = 100;
        string? after = null;
        do
        {
            var page = (await list.Find("shop1", new OrderQuery { Open = open }, new PageRequest(5, after), default)).Value;
            told.AddRange(page.Items);
            after = page.Next;
            await Place(lookup, inserted++);
        } while (after is not null);

        told.Select(o => o.OrderId).ShouldBe(Enumerable.Range(1, 23).Reverse().Select(i => Begun(i).OrderId));

        Task Place(TableOrderLookup rows, int i) => open ? rows.Add(Begun(i), default) : PlaceAt(rows, i);
    }

    [Fact]
    public async Task Find_FilterWithoutARangeOfItsOwn_EndsAfterThreeTransactionsAndGoesOnFromThere()
    {
        var lookup = Lookup();
        await lookup.Add(Begun(1), default);
        await lookup.Update(Placed(Begun(1), 2), default);
        await Copy(3100);
        var query = new OrderQuery { MinTotal = 1 };

        PageOf<OrderSummary> first = null!;
        (await Cost(async () => first = (await list.Find("shop1", query, new PageRequest(50), default)).Value)).ShouldBe(3);
        var second = (await list.Find("shop1", query, new PageRequest(50, first.Next), default)).Value;

        first.Items.ShouldBeEmpty();
        second.Items.ShouldHaveSingleItem().OrderId.ShouldBe(Begun(1).OrderId);
        second.Next.ShouldBeNull();
    }

    [Fact]
    public async Task Find_EveryListAndSearch_CostsThreeTransactionsAtMost()
    {
        var lookup = Lookup();
        for (var i = 1; i <= 60; i++)
            await PlaceAt(lookup, i);
        var wanted = Placed(Begun(30), 2);
        foreach (
            var query in new[]
            {
                new OrderQuery(),
                new OrderQuery { Open = true },
                new OrderQuery { From = Noon.AddMinutes(20), To = Noon.AddMinutes(40) },
                new OrderQuery { EmailAddress = "shopper30@example.com" },
                new OrderQuery { OrderNumber = OrderNumber.Of(wanted) },
                new OrderQuery { OrderId = wanted.OrderId },
                new OrderQuery { PublicOrderId = wanted.PublicOrderId },
                new OrderQuery { PlatformOrderId = "P30" },
                new OrderQuery { FinancialStatus = "paid", MinTotal = 1 },
            }
        )
        {
            PageOf<OrderSummary> page = null!;
            (
                await Cost(async () => page = (await list.Find("shop1", query, new PageRequest(50), default)).Value)
            ).ShouldBeLessThanOrEqualTo(3, query.ToString());
            if (query.HasKey)
                page.Items.ShouldHaveSingleItem(query.ToString()).OrderId.ShouldBe(wanted.OrderId);
            (await list.Find("shop2", query, new PageRequest(50), default)).Value.Items.ShouldBeEmpty();
        }

        var between = (
            await list.Find("shop1", new OrderQuery { From = Noon.AddMinutes(20), To = Noon.AddMinutes(40) }, new PageRequest(50), default)
        ).Value;
        between.Items.Select(o => o.OrderId).ShouldBe(Enumerable.Range(20, 20).Reverse().Select(i => Begun(i).OrderId));
        between.Next.ShouldBeNull();
    }

    [Fact]
    public async Task Find_CursorOfAnotherList_IsRefused()
    {
        var lookup = Lookup();
        await PlaceAt(lookup, 1);
        await PlaceAt(lookup, 2);
        var next = (await list.Find("shop1", new OrderQuery(), new PageRequest(1), default)).Value.Next;

        var refused = await list.Find("shop1", new OrderQuery { Open = true }, new PageRequest(1, next), default);

        next.ShouldNotBeNull();
        refused.Problems.ShouldHaveSingleItem().Field.ShouldBe("cursor");
    }

    [Fact]
    public async Task All_OrdersOfEveryStatus_AreToldPageByPage()
    {
        var lookup = Lookup();
        await lookup.Add(Begun(1), default);
        await PlaceAt(lookup, 2);
        await lookup.Add(
            Begun(3) with
            {
                Journal = new CreateOrderJournal { BodyHash = "", Commands = [new JournalCommand("k", "process_order")] },
            },
            default
        );

        var first = (await list.All("shop1", new PageRequest(2), default)).Value;
        var second = (await list.All("shop1", new PageRequest(2, first.Next), default)).Value;

        first.Items.Concat(second.Items).ShouldBe([Begun(3).PublicOrderId, Begun(2).PublicOrderId, Begun(1).PublicOrderId]);
        second.Next.ShouldBeNull();
    }

    private TableOrderLookup Lookup() => new(tables, crash, TimeProvider.System);

    private async Task<IReadOnlyList<OrderSummary>> Find(OrderQuery query) =>
        (await list.Find("shop1", query, new PageRequest(50), default)).Value.Items;

    private static async Task PlaceAt(TableOrderLookup lookup, int i)
    {
        var begun = Begun(i);
        await lookup.Add(begun, default);
        await lookup.Update(Placed(begun, 2), default);
    }

    /// <summary>Copies of the one row among the placed orders, all newer than it and free of charge.</summary>
    private async Task Copy(int count)
    {
        var row = await tables
            .Lookup.QueryAsync<TableEntity>(r => r.RowKey.CompareTo("done-") > 0 && r.RowKey.CompareTo("done.") < 0)
            .SingleAsync();
        foreach (var some in Enumerable.Range(1, count).Chunk(100))
            await tables.Lookup.SubmitTransactionAsync(
                some.Select(i => new TableTransactionAction(
                    TableTransactionActionType.Add,
                    new TableEntity(row) { RowKey = $"done-0{i:D18}-copy", ["total"] = 0L }
                ))
            );
    }

    private async Task<IReadOnlyList<string>> Rows()
    {
        var keys = new List<string>();
        await foreach (var row in tables.Lookup.QueryAsync<TableEntity>(select: ["RowKey"]))
            keys.Add(row.RowKey);
        return keys;
    }

    private static async Task<long> Cost(Func<Task> work)
    {
        using var requests = StorageTransactions.Count();
        await work();
        return requests.Transactions;
    }

    private static Order Begun(int i) =>
        SampleOrder.New(1_770_000_000_000_000 + (i * 1000)) with
        {
            Customer = new Customer { EmailAddress = $"shopper{i}@example.com" },
            Status = OrderStatus.Open,
            Version = 1,
            Journal = null,
        };

    private static Order Placed(Order order, int version) =>
        order with
        {
            Status = OrderStatus.Processed,
            ProcessedAt = Noon.AddMinutes((order.OrderId - 1_770_000_000_000_000) / 1000),
            PlatformOrderId = $"P{(order.OrderId - 1_770_000_000_000_000) / 1000}",
            Version = version,
        };
}
