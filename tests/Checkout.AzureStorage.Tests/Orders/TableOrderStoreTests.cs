using System.Security.Cryptography;
using System.Text.Json;
using Azure.Data.Tables;
using Checkout.AzureStorage.Orders;
using Checkout.AzureStorage.Tables;
using Checkout.AzureStorage.Webhooks;
using Checkout.Faults;
using Checkout.Orders;
using Checkout.Stores;
using Microsoft.Extensions.Time.Testing;

namespace Checkout.AzureStorage.Tests.Orders;

[Collection(StorageFixture.Name)]
public sealed class TableOrderStoreTests(StorageFixture storage) : IAsyncLifetime
{
    private readonly FakeTimeProvider time = new(SampleOrder.At.AddHours(1));
    private CheckoutTables tables = null!;

    private TableOrderStore Store => Over(tables);

    public async Task InitializeAsync() => tables = await storage.NewTables();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Add_NewOrder_CostsOneTransactionAndReadsBackWhole()
    {
        var order = SampleOrder.Rich().Record("order.created", SampleOrder.Occasion);
        using var write = StorageTransactions.Count();
        var added = await Store.Add(order, default);
        write.Transactions.ShouldBe(1);

        using var read = StorageTransactions.Count();
        var loaded = await Store.Load(order.PublicOrderId, default);
        read.Transactions.ShouldBe(1);

        added!.Order.Version.ShouldBe(1);
        added.Order.NewTimeline.ShouldBeEmpty();
        added.Order.UpdatedAt.ShouldBe(time.GetUtcNow());
        loaded!.ETag.ShouldBe(added.ETag);
        OrderDocument.Write(loaded.Order).ToArray().ShouldBe(OrderDocument.Write(added.Order).ToArray());
    }

    [Fact]
    public async Task Add_TakenId_IsRefused()
    {
        await Store.Add(SampleOrder.New(), default);
        (await Store.Add(SampleOrder.New(), default)).ShouldBeNull();
    }

    [Fact]
    public async Task Load_UnknownOrder_IsNull() => (await Store.Load("nothing", default)).ShouldBeNull();

    [Fact]
    public async Task Commit_EverythingAtOnce_IsOneTransactionAndOneRowEach()
    {
        var first = await Store.Add(SampleOrder.New(), default);
        var next = (first!.Order with { Payments = [SampleOrder.Payment(TransactionStatus.Pending)] })
            .Record("payment.started", SampleOrder.Occasion, amount: 2000)
            .Send(new OutboxMessage("01MESSAGE", "webhook", "order/created", "hook", "{}") { CreatedAt = SampleOrder.At });

        using var requests = StorageTransactions.Count();
        var committed = await Store.Commit(first, next, new IdempotentAnswer("a key / of any kind?", "hash", "op1"), default);
        requests.Transactions.ShouldBe(1);

        committed!.Order.Version.ShouldBe(2);
        (await Rows())
            .Keys.Order(StringComparer.Ordinal)
            .ShouldBe([
                $"idem-{Hash("a key / of any kind?")}",
                "order",
                "outbox-01MESSAGE",
                "payment-01TRANSACTION",
                "timeline-0000000001",
            ]);
        (await Store.Timeline(next.PublicOrderId, default)).ShouldHaveSingleItem().ShouldBe(next.NewTimeline[0]);
        next.NewTimeline[0].Version.ShouldBe(2);
    }

    [Fact]
    public async Task Commit_TransactionSettles_LedgerRowFollowsAndHoldsNoToken()
    {
        var first = await Store.Add(SampleOrder.New() with { Payments = [SampleOrder.Payment(TransactionStatus.Pending)] }, default);
        (await Rows())["payment-01TRANSACTION"]["status"].ShouldBe("pending");

        var next = first!.Order with { Payments = [SampleOrder.Payment(TransactionStatus.Succeeded)] };
        await Store.Commit(first, next, answer: null, default);

        var row = (await Rows())["payment-01TRANSACTION"];
        row["status"].ShouldBe("succeeded");
        row["gateway_reference"].ShouldBe("ref1");
        row.Select(property => property.Value)
            .OfType<string>()
            .ShouldNotContain(value => value.Contains("tok_secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task State_QueryColumns_SayWhatTheOrderIs()
    {
        await Store.Add(SampleOrder.Rich(), default);
        var row = (await Rows())["order"];
        row["shop"].ShouldBe("shop1");
        row["status"].ShouldBe("processed");
        row["order_id"].ShouldBe(SampleOrder.Rich().OrderId);
        row["platform_order_id"].ShouldBe("4711");
        row["total"].ShouldBe(Checkout.Pricing.OrderPrice.Of(SampleOrder.Rich()).Total);
        row["email_hash"].ShouldBe(Hash("zoë@example.com"));
    }

    [Fact]
    public async Task Commit_TwiceOnOneETag_OneWinsAndTheOtherWritesNothing()
    {
        var first = await Store.Add(SampleOrder.New(), default);
        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i =>
                    Store.Commit(
                        first!,
                        (first!.Order with { CartId = $"cart{i}" }).Record("cart.changed", SampleOrder.Occasion),
                        answer: null,
                        default
                    )
                )
        );

        var winner = results.Where(r => r is not null).ShouldHaveSingleItem();
        (await Store.Load(first!.Order.PublicOrderId, default))!.Order.CartId.ShouldBe(winner!.Order.CartId);
        (await Store.Timeline(first.Order.PublicOrderId, default)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Commit_LostRace_CostsNoSecondTransaction()
    {
        var first = await Store.Add(SampleOrder.New(), default);
        await Store.Commit(first!, first!.Order with { CartId = "other" }, answer: null, default);
        using var requests = StorageTransactions.Count();
        (await Store.Commit(first, first.Order with { CartId = "mine" }, answer: null, default)).ShouldBeNull();
        requests.Transactions.ShouldBe(1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Commit_AcknowledgementLost_IsRecognizedAndDoneOnce(int answersLost)
    {
        var first = await Store.Add(SampleOrder.New(), default);
        var store = Over(storage.Over(tables, new LosesAnswers(answersLost)));

        var committed = await store.Commit(first!, first!.Order.Record("cart.changed", SampleOrder.Occasion), answer: null, default);

        committed!.Order.Version.ShouldBe(2);
        var stored = await Store.Load(first.Order.PublicOrderId, default);
        stored!.ETag.ShouldBe(committed.ETag);
        stored.Order.Version.ShouldBe(2);
        (await Store.Timeline(first.Order.PublicOrderId, default)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Add_AcknowledgementLost_IsRecognized()
    {
        var added = await Over(storage.Over(tables, new LosesAnswers(1))).Add(SampleOrder.New(), default);
        added.ShouldNotBeNull();
        (await Store.Load(added.Order.PublicOrderId, default))!.Order.CommitId.ShouldBe(added.Order.CommitId);
    }

    [Fact]
    public async Task Commit_MoreRowsThanAGroupHolds_FailsLoudlyAndWritesNothing()
    {
        var first = await Store.Add(SampleOrder.New(), default);
        var next = Enumerable.Range(0, 100).Aggregate(first!.Order, (order, _) => order.Record("cart.changed", SampleOrder.Occasion));
        (await Should.ThrowAsync<InvalidOperationException>(() => Store.Commit(first, next, answer: null, default))).Message.ShouldContain(
            "100"
        );
        (await Store.Load(first.Order.PublicOrderId, default))!.Order.Version.ShouldBe(1);
    }

    [Theory]
    [InlineData(40 * 1024)]
    [InlineData(64 * 1024)]
    [InlineData(200 * 1024)]
    [InlineData(900 * 1024)]
    public async Task Load_LargeDocument_ComesBackWhole(int bytes)
    {
        // Random text: what hardly compresses is the hardest to fit.
        var notes = Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes * 3 / 4));
        var order = SampleOrder.New() with { MetaData = new OrderMetaData { Notes = notes } };
        await Store.Add(order, default);
        (await Store.Load(order.PublicOrderId, default))!.Order.MetaData.Notes.ShouldBe(notes);
    }

    [Fact]
    public async Task LoadWithAnswer_KnownAndUnknownKey_IsOneTransaction()
    {
        var first = await Store.Add(SampleOrder.New(), default);
        await Store.Commit(first!, first!.Order with { CartId = "c" }, new IdempotentAnswer("k", "hash", "op"), default);

        using var requests = StorageTransactions.Count();
        var (order, answer) = await Store.LoadWithAnswer(first.Order.PublicOrderId, "k", default);
        requests.Transactions.ShouldBe(1);
        order!.Order.CartId.ShouldBe("c");
        answer.ShouldBe(new IdempotentAnswer("k", "hash", "op"));
        (await Store.LoadWithAnswer(first.Order.PublicOrderId, "other", default)).Answer.ShouldBeNull();
    }

    [Fact]
    public async Task Outbox_BuriedAndReplayed_IsPendingAgainWithNoAttempts()
    {
        var outbox = new TableOutbox(tables, new NoCrashPoints());
        var order = SampleOrder.New();
        foreach (var id in new[] { "02", "01", "03" })
            order = order.Send(
                new OutboxMessage(id, "webhook", "order/created", "hook", new string('x', 70_000)) { CreatedAt = SampleOrder.At }
            );
        await Store.Add(order, default);
        (await outbox.Pending(order.PublicOrderId, default)).Select(m => m.Id).ShouldBe(["01", "02", "03"]);

        var message = (await outbox.Pending(order.PublicOrderId, default))[0] with { Attempts = 5 };
        await outbox.Update(order.PublicOrderId, message, default);
        (await outbox.Pending(order.PublicOrderId, default))[0].ShouldBe(message);
        await outbox.Bury("shop1", new DeadLetter(order.PublicOrderId, message, "503", SampleOrder.At), default);
        var second = (await outbox.Pending(order.PublicOrderId, default)).Single(m => m.Id == "02");
        await outbox.Remove(order.PublicOrderId, second, default);
        await outbox.Remove(order.PublicOrderId, second, default);
        (await outbox.Pending(order.PublicOrderId, default)).Select(m => m.Id).ShouldBe(["03"]);
        (await outbox.DeadLetters("shop1", after: null, 10, default))
            .ShouldHaveSingleItem()
            .Message.ShouldBe(message with { Place = null });

        var letterId = new DeadLetter(order.PublicOrderId, message, "", default).Id;
        var letter = (await outbox.DeadLetter("shop1", letterId, default))!;
        letter.PublicOrderId.ShouldBe(order.PublicOrderId);
        await outbox.Replay("shop1", letter, default);
        (await outbox.Pending(order.PublicOrderId, default))[0].ShouldBe(message with { Attempts = 0, Place = null });
        (await outbox.DeadLetters("shop1", after: null, 10, default)).ShouldBeEmpty();
        (await outbox.DeadLetter("shop1", letterId, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Outbox_ManyMessagesOfOneCommit_KeepWhatTheyShareOnceAndEndTogether()
    {
        var outbox = new TableOutbox(tables, new NoCrashPoints());
        var order = SampleOrder.New();
        var shared = $",\"application_state\":\"{new string('x', 200_000)}\"";
        for (var i = 0; i < 200; i++)
            order = order.Send(
                new OutboxMessage($"{i:D3}", "webhook", "order/refunded", "hook", $"{{\"n\":{i}}}")
                {
                    Shared = shared,
                    CreatedAt = SampleOrder.At,
                }
            );

        await Store.Add(order, default);

        (await Rows()).Keys.Count(key => key.StartsWith("outbox-", StringComparison.Ordinal)).ShouldBe(1);
        var pending = await outbox.Pending(order.PublicOrderId, default);
        pending.Count.ShouldBe(200);
        pending[7].Body.ShouldBe($"{{\"n\":7{shared}}}");
        await outbox.Update(order.PublicOrderId, pending[7] with { Attempts = 3, NotBefore = SampleOrder.At.AddTicks(5) }, default);
        foreach (var message in pending.Where(m => m.Id != "007"))
            await outbox.Remove(order.PublicOrderId, message, default);
        var left = (await outbox.Pending(order.PublicOrderId, default)).ShouldHaveSingleItem();
        (left.Id, left.Attempts, left.NotBefore).ShouldBe(("007", 3, SampleOrder.At.AddTicks(5)));
        await outbox.Remove(order.PublicOrderId, left, default);
        (await outbox.Pending(order.PublicOrderId, default)).ShouldBeEmpty();
        (await Rows()).Keys.ShouldBe(["order"]);
    }

    [Fact]
    public async Task Commit_LargestTextWithMessages_FitsWhatAzureTakes()
    {
        var random = new Random(1);
        var text = new string([.. Enumerable.Range(0, (int)OrderSize.MostText - 100).Select(_ => (char)random.Next(0x4E00, 0x9FFF))]);
        var order = SampleOrder.New() with { MetaData = new OrderMetaData { Notes = text } };
        var shared = $",\"application_state\":{JsonSerializer.Serialize(text)}";

        (
            await Store.Add(
                order
                    .Send(new OutboxMessage("1", "webhook", "t", "a", "{}") { Shared = shared })
                    .Send(new OutboxMessage("2", "webhook", "t", "b", "{}") { Shared = shared }),
                default
            )
        ).ShouldNotBeNull();
    }

    [Fact]
    public async Task DeadLetters_MoreThanAPage_AreListedByAgeWhateverTheirIds()
    {
        var outbox = new TableOutbox(tables, new NoCrashPoints());
        var order = SampleOrder.New();
        foreach (var (id, hours) in new[] { ("03", 0), ("01", 2), ("05", 1), ("02", 4), ("04", 3) })
            await outbox.Bury("shop1", Letter(order, id, SampleOrder.At.AddHours(hours)), default);
        await outbox.Bury("shop2", Letter(order, "00", SampleOrder.At), default);

        var first = await outbox.DeadLetters("shop1", after: null, 3, default);
        var second = await outbox.DeadLetters("shop1", first[^1].Id, 3, default);

        first.Select(letter => letter.Message.Id).ShouldBe(["03", "05", "01"]);
        second.Select(letter => letter.Message.Id).ShouldBe(["04", "02"]);
        (await outbox.DeadLetters("shop1", second[^1].Id, 3, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Bury_TheSameMessageAgainLater_StandsOnce()
    {
        var outbox = new TableOutbox(tables, new NoCrashPoints());
        var letter = Letter(SampleOrder.New(), "01", SampleOrder.At);

        await outbox.Bury("shop1", letter, default);
        await outbox.Bury("shop1", letter with { At = letter.At.AddMinutes(1) }, default);

        (await outbox.DeadLetters("shop1", after: null, 10, default)).ShouldHaveSingleItem();
    }

    private static DeadLetter Letter(Order order, string id, DateTimeOffset created) =>
        new(
            order.PublicOrderId,
            new OutboxMessage(id, "webhook", "order/created", "hook", "{}") { CreatedAt = created },
            "503",
            created.AddDays(2)
        );

    private TableOrderStore Over(CheckoutTables over) => new(over, new RandomIdSource(time), time, new NoCrashPoints());

    private async Task<Dictionary<string, TableEntity>> Rows()
    {
        var rows = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        await foreach (var row in tables.Orders.QueryAsync<TableEntity>())
            rows[row.RowKey] = row;
        return rows;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
