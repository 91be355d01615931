using Checkout.Letters;
using Checkout.Orders;
using Checkout.Payments.Splitting;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Tests.Plugins;
using Checkout.Webhooks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Webhooks;

public sealed class OutboxSenderTests : IOutbox, IWebhookCalls, IOrderStore, IShops
{
    private readonly FakeTimeProvider time = new(PluginStage.Noon);
    private readonly Circuits circuits;
    private readonly OpenWork open;
    private Order order = PluginStage.Order();
    private readonly List<OutboxMessage> pending = [];
    private readonly List<DeadLetter> dead = [];
    private readonly List<string> received = [];
    private readonly List<string> discarded = [];
    private readonly MailBox letters = new();
    private Func<string, bool> isUp = _ => true;
    private WebhookAnswer refusal = new("down");
    private Shop shop = PluginStage.Shop() with
    {
        Webhooks =
        [
            new("a", WebhookTopic.OrderProcessed, "https://a.example.com", "s", default, default),
            new("b", WebhookTopic.OrderProcessed, "https://b.example.com", "s", default, default),
            new("same as a", WebhookTopic.OrderCreated, "https://a.example.com", "s", default, default),
        ],
    };

    /// <summary>What another instance has stored and this one does not know yet.</summary>
    private Shop? stored;

    public OutboxSenderTests() => (circuits, open) = (new Circuits(time), new OpenWork(time));

    [Fact]
    public async Task Handle_ServerDownForAnHour_EverythingArrivesOnceItIsUpInOrder()
    {
        Put("1", "a");
        Put("2", "a");
        Put("3", "b");
        Put("4", "a");
        isUp = destination => destination == "b" || time.GetUtcNow() >= PluginStage.Noon.AddHours(1);

        await Run();

        received.ShouldBe(["3", "1", "2", "4"]);
        dead.ShouldBeEmpty();
        (time.GetUtcNow() - PluginStage.Noon).ShouldBeLessThan(TimeSpan.FromHours(2.5));
    }

    [Fact]
    public async Task Handle_ServerDownForGood_BecomesADeadLetterAfterFortyEightHours()
    {
        Put("1", "a");
        isUp = _ => false;

        await Run();

        dead.ShouldHaveSingleItem().Message.Id.ShouldBe("1");
        pending.ShouldBeEmpty();
        (time.GetUtcNow() - PluginStage.Noon).ShouldBeInRange(TimeSpan.FromHours(48), TimeSpan.FromHours(50));
    }

    [Fact]
    public async Task Handle_TwoTopicsAtOneUrl_ArriveInTheOrderInWhichTheyCameAbout()
    {
        Put("1", "a");
        Put("2", "same as a");
        Put("3", "a");

        await Run();

        received.ShouldBe(["1", "2", "3"]);
    }

    [Fact]
    public async Task Handle_MessagesKeptTogether_AreDiscardedOnceTheLastIsTaken()
    {
        Put("1", "a", new OutboxPlace("1", 0));
        Put("2", "b", new OutboxPlace("1", 1));
        isUp = destination => destination == "b" || time.GetUtcNow() > PluginStage.Noon;
        var sender = Sender();
        var wakeUp = new WakeUp(order.PublicOrderId, WakeUpKinds.Outbox, time.GetUtcNow());

        var again = (await sender.Handle(wakeUp, CancellationToken.None))!.Value;
        discarded.ShouldBeEmpty();
        time.Advance(again - time.GetUtcNow());
        await sender.Handle(wakeUp, CancellationToken.None);

        received.ShouldBe(["2", "1"]);
        discarded.ShouldBe(["1"]);
    }

    [Fact]
    public async Task Handle_AnotherWakeUpBeforeTheNextTry_LeavesTheServerAlone()
    {
        var tries = 0;
        isUp = _ => ++tries < 0;
        Put("1", "a");
        var sender = Sender();
        var wakeUp = new WakeUp(order.PublicOrderId, WakeUpKinds.Outbox, time.GetUtcNow());

        var again = await sender.Handle(wakeUp, CancellationToken.None);
        Put("2", "a");
        (await sender.Handle(wakeUp, CancellationToken.None)).ShouldBe(again);

        tries.ShouldBe(1);
    }

    [Fact]
    public async Task Handle_ManyOrdersOfAServerThatIsDown_LeaveItAloneAndLoseNoTry()
    {
        var tries = 0;
        isUp = destination => destination == "b" || ++tries < 0;
        var sender = Sender();
        var wakeUp = new WakeUp(order.PublicOrderId, WakeUpKinds.Outbox, time.GetUtcNow());
        for (var i = 0; i < 20; i++)
        {
            pending.Clear();
            Put($"a{i}", "a");
            Put($"b{i}", "b");
            await sender.Handle(wakeUp, CancellationToken.None);
        }

        tries.ShouldBe(Circuits.Failures);
        received.Count.ShouldBe(20);
        pending.ShouldHaveSingleItem().Attempts.ShouldBe(0);
        isUp = _ => true;
        time.Advance(Circuits.OpenFor);
        await sender.Handle(wakeUp, CancellationToken.None);
        received[^1].ShouldBe("a19");
    }

    [Fact]
    public async Task Handle_ServerIsDown_TheMessageIsOpenWorkUntilItIsTaken()
    {
        Put("1", "a");
        var isDown = true;
        isUp = _ => !isDown;
        var sender = Sender();
        var wakeUp = new WakeUp(order.PublicOrderId, WakeUpKinds.Outbox, time.GetUtcNow());

        var again = (await sender.Handle(wakeUp, CancellationToken.None))!.Value;
        time.Advance(again - time.GetUtcNow());
        open.Oldest(OpenWorkKind.Message).ShouldBe(again - PluginStage.Noon);
        isDown = false;
        await sender.Handle(wakeUp, CancellationToken.None);

        open.Oldest(OpenWorkKind.Message).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task Handle_ServerFailsOnce_IsTriedAgainWithinSeconds()
    {
        Put("1", "a");
        isUp = _ => time.GetUtcNow() > PluginStage.Noon;

        await Run();

        received.ShouldBe(["1"]);
        (time.GetUtcNow() - PluginStage.Noon).ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData(90, 90)]
    [InlineData(7 * 24 * 3600, 24 * 3600)]
    public async Task Handle_ServerAsksToBeLeftAlone_NoOrderCallsItBeforeThen(int asked, int waited)
    {
        var tries = 0;
        isUp = destination => destination == "b" || ++tries < 0;
        refusal = new WebhookAnswer("status 429") { Status = 429, RetryAfter = TimeSpan.FromSeconds(asked) };
        Put("1", "a");
        var again = await Sender().Handle(new WakeUp(order.PublicOrderId, WakeUpKinds.Outbox, time.GetUtcNow()), CancellationToken.None);
        again.ShouldBe(PluginStage.Noon.AddSeconds(waited));

        pending.Clear();
        Put("2", "same as a");
        Put("3", "b");
        var other = await Sender().Handle(new WakeUp("another", WakeUpKinds.Outbox, time.GetUtcNow()), CancellationToken.None);

        (tries, other).ShouldBe((1, again));
        received.ShouldBe(["3"]);
        pending.ShouldHaveSingleItem().Attempts.ShouldBe(0);
    }

    [Fact]
    public async Task Handle_ServerIsGone_StopsThatWebhookAndKeepsWhatWaitedForIt()
    {
        Put("1", "a");
        Put("2", "same as a");
        Put("3", "a");
        isUp = destination => destination != "a";
        refusal = new WebhookAnswer("status 410") { Status = 410 };

        await Run();

        dead.Select(letter => letter.Message.Id).ShouldBe(["1", "3"]);
        received.ShouldBe(["2"]);
        open.Oldest(OpenWorkKind.Message).ShouldBe(TimeSpan.Zero, "what is given up waits for nobody");
        stored!.Webhooks.Where(w => w.StoppedAt is not null).ShouldHaveSingleItem().Id.ShouldBe("a");
    }

    [Fact]
    public async Task Handle_WebhookWasDeleted_TheMessageIsADeadLetter()
    {
        Put("1", "a");
        stored = shop = shop with { Webhooks = [] };

        await Run();

        dead.ShouldHaveSingleItem().Reason.ShouldBe("The webhook was deleted.");
        received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_WebhookThatThisInstanceDoesNotKnowYet_IsSentTo()
    {
        Put("1", "a");
        (stored, shop) = (shop, shop with { Webhooks = [] });

        await Run();

        received.ShouldBe(["1"]);
        dead.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_NothingYet_LooksOnceMore()
    {
        var sender = Sender();
        (
            await sender.Handle(new WakeUp(order.PublicOrderId, WakeUpKinds.Outbox, time.GetUtcNow()), CancellationToken.None)
        ).ShouldNotBeNull();
        (
            await sender.Handle(new WakeUp(order.PublicOrderId, WakeUpKinds.Outbox, time.GetUtcNow(), Attempt: 1), CancellationToken.None)
        ).ShouldBeNull();
        (
            await sender.Handle(new WakeUp(order.PublicOrderId, WakeUpKinds.Outbox, time.GetUtcNow().AddSeconds(5)), CancellationToken.None)
        ).ShouldBeNull();
    }

    [Fact]
    public void Between_ProcessedSentAndCanceled_NamesTheTopics()
    {
        var processed = order with { Status = OrderStatus.Processed };
        var sent = processed with { PlatformOrderId = "9" };
        OrderNotice.Between(order, processed).Select(n => n.Topic).ShouldBe([WebhookTopic.OrderProcessed]);
        OrderNotice.Between(processed, sent).Select(n => n.Topic).ShouldBe([WebhookTopic.OrderCreated]);
        OrderNotice
            .Between(sent, sent with { LineItems = [.. sent.LineItems.Select(l => l with { FulfilledQuantity = l.Quantity })] })
            .Select(n => n.Topic)
            .ShouldBe([WebhookTopic.OrderFulfilled]);
        OrderNotice
            .Between(processed, processed with { Status = OrderStatus.Canceled })
            .Select(n => n.Topic)
            .ShouldBe([WebhookTopic.OrderCancelled]);
        OrderNotice.Between(sent, sent).ShouldBeEmpty();
    }

    [Fact]
    public void Between_SomeUnitsThenTheRest_TellsOfEachStepWithItsUnits()
    {
        var line = order.LineItems[0] with { Quantity = 3 };
        Order Shipped(int units) => order with { LineItems = [line with { FulfilledQuantity = units }] };

        OrderNotice.Between(Shipped(0), Shipped(1)).ShouldHaveSingleItem().Fulfilled.ShouldBe([new FulfilledLine(line.Key, 1)]);
        OrderNotice.Between(Shipped(1), Shipped(3)).ShouldHaveSingleItem().Fulfilled.ShouldBe([new FulfilledLine(line.Key, 2)]);
        OrderNotice.Between(Shipped(3), Shipped(2)).ShouldBeEmpty();
    }

    [Fact]
    public void Between_PlacedOrder_IsUpdatedByWhatIsSeenAndByNothingElse()
    {
        var placed = order with { Status = OrderStatus.Processed, ProcessedAt = PluginStage.Noon };
        Topics(placed, placed with { Version = 7, CommitId = "x", StockTaken = true, UpdatedAt = PluginStage.Noon }).ShouldBeEmpty();
        Topics(placed, placed with { WakesAt = PluginStage.Noon }).ShouldBeEmpty();
        Topics(placed, placed with { Notes = [new OrderNote(PluginStage.Noon, "support", "Called twice.")] }).ShouldBeEmpty();
        Topics(placed, placed with { MetaData = placed.MetaData with { Notes = "Ring twice" } }).ShouldBe([WebhookTopic.OrderUpdated]);
        Topics(order, order with { MetaData = order.MetaData with { Notes = "Ring twice" } }).ShouldBeEmpty();
        var asked = placed with { Payments = [Paid(Refund(TransactionStatus.Pending))] };
        Topics(placed with { Payments = [Paid()] }, asked).ShouldBe([WebhookTopic.RefundCreated]);
        var settled = placed with { Payments = [Paid(Refund(TransactionStatus.Succeeded))] };
        Topics(asked, settled).ShouldBe([WebhookTopic.OrderRefunded, WebhookTopic.RefundCompleted, WebhookTopic.OrderUpdated]);
        Topics(settled, placed with { Payments = [Paid(Refund(TransactionStatus.Failed))] })
            .ShouldBe([WebhookTopic.RefundFailed, WebhookTopic.OrderUpdated]);
    }

    [Fact]
    public void Between_SentInParts_TellsOfThem()
    {
        var (now, later) = (order.LineItems[0], order.LineItems[0] with { Key = "later", IsPreOrder = true });
        var placed = order with
        {
            Status = OrderStatus.Processed,
            LineItems = [now, later],
            Plugins = order.Plugins with { SplitConditions = [Split] },
        };

        var notices = OrderNotice.Between(placed, placed with { PlatformOrderId = "9" });

        notices.Select(n => n.Topic).ShouldBe([WebhookTopic.OrderCreated, WebhookTopic.OrderSplit]);
        notices[1].Parts.Select(part => part.LineItems.Single().Key).ShouldBe([now.Key, "later"]);
    }

    [Fact]
    public void Between_AlertOnAPayment_IsToldWhenItIsNewAndWhenItChanges()
    {
        var alert = new PaymentAlert("dp_1", PaymentAlert.Dispute, "needs_response", "fraudulent", 5000);
        var paid = order with
        {
            Payments =
            [
                new Payment
                {
                    Id = "p",
                    GatewayPublicId = "g",
                    Token = "t",
                    Currency = "CAD",
                    CreatedAt = DateTimeOffset.UnixEpoch,
                },
            ],
        };
        var disputed = paid with { Payments = [paid.Payments[0] with { Alerts = [alert] }] };
        var lost = paid with { Payments = [paid.Payments[0] with { Alerts = [alert with { Status = "lost" }] }] };

        OrderNotice
            .Between(paid, disputed)
            .ShouldHaveSingleItem()
            .ShouldBe(new OrderNotice(WebhookTopic.PaymentDisputed, disputed.Payments[0]) { Alert = alert });
        OrderNotice.Between(disputed, lost).ShouldHaveSingleItem().Alert!.Status.ShouldBe("lost");
        OrderNotice.Between(lost, lost).ShouldBeEmpty();
    }

    private static readonly SplitCondition Split = new(
        SplitPolicies.CreateNewOrder,
        SplitPolicies.PreOrder,
        SplitPolicies.NewAuth,
        SplitPolicies.First,
        SplitPolicies.First
    );

    private static IEnumerable<string> Topics(Order previous, Order next) => OrderNotice.Between(previous, next).Select(n => n.Topic);

    private static Payment Paid(params ReadOnlySpan<PaymentTransaction> transactions) =>
        new()
        {
            Id = "p",
            GatewayPublicId = "g",
            Token = "t",
            Currency = "CAD",
            CreatedAt = DateTimeOffset.UnixEpoch,
            Transactions = [.. transactions],
        };

    private static PaymentTransaction Refund(TransactionStatus status) =>
        new()
        {
            Id = "r",
            Kind = TransactionKind.Refund,
            Amount = 100,
            Currency = "CAD",
            Status = status,
            IdempotencyKey = "k",
            OperationId = "o",
            CreatedAt = DateTimeOffset.UnixEpoch,
        };

    [Fact]
    public async Task Handle_MailServerAwayForAnHour_TheLetterIsSentOnceItIsBackUnderOneId()
    {
        letters.Answers = () => time.GetUtcNow() < PluginStage.Noon.AddHours(1) ? LetterOutcome.Delayed("away") : LetterOutcome.Sent;
        PutLetter("1", LetterKind.OrderConfirmation);

        await Run();

        letters.Handed.Count.ShouldBeGreaterThan(3);
        letters.Handed.Select(handed => handed.MessageId).Distinct().ShouldBe(["1"]);
        pending.ShouldBeEmpty();
        dead.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_AddressThatIsRefused_IsADeadLetterAtOnceAndHoldsUpNoOther()
    {
        letters.Answers = () => letters.Handed.Count == 1 ? LetterOutcome.Refused("unknown") : LetterOutcome.Sent;
        PutLetter("1", LetterKind.OrderConfirmation, new OutboxPlace("bundle", 0));
        PutLetter("2", LetterKind.Refunded);

        await Sender().Handle(new WakeUp(order.PublicOrderId, WakeUpKinds.Outbox, time.GetUtcNow()), CancellationToken.None);

        dead.ShouldHaveSingleItem().Reason.ShouldBe("unknown");
        pending.ShouldBeEmpty();
        discarded.ShouldBe(["bundle"]);
        open.Oldest(OpenWorkKind.Message).ShouldBe(TimeSpan.Zero);
        letters.Handed.Select(handed => handed.MessageId).ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task Handle_ConfirmationThatAPluginSwitchedOffSince_IsNotSent()
    {
        order = order with { SendReceipt = false };
        PutLetter("1", LetterKind.OrderConfirmation);

        await Run();

        letters.Handed.ShouldBeEmpty();
        pending.ShouldBeEmpty();
    }

    private void PutLetter(string id, LetterKind kind, OutboxPlace? place = null) =>
        pending.Add(
            new OutboxMessage(id, AskForLetter.Kind, LetterKinds.Word(kind), "customer", LetterDocument.Write(new Letter(kind)))
            {
                CreatedAt = time.GetUtcNow(),
                Place = place,
            }
        );

    private async Task Run()
    {
        var sender = Sender();
        var wakeUp = new WakeUp(order.PublicOrderId, WakeUpKinds.Outbox, time.GetUtcNow());
        while (pending.Count > 0 && await sender.Handle(wakeUp, CancellationToken.None) is { } again)
        {
            wakeUp = wakeUp with { Due = again, Attempt = wakeUp.Attempt + 1 };
            time.Advance(again - time.GetUtcNow());
        }
    }

    private void Put(string id, string destination, OutboxPlace? place = null) =>
        pending.Add(
            new OutboxMessage(id, "webhook", WebhookTopic.OrderProcessed, destination, "{}") { CreatedAt = time.GetUtcNow(), Place = place }
        );

    private OutboxSender Sender() =>
        new(
            [
                new WebhookCarrier(this, new ShopEditor(this), time, NullLogger<WebhookCarrier>.Instance),
                new StateCarrier(this),
                new LetterCarrier(letters),
            ],
            this,
            this,
            this,
            new OrderGate(time),
            circuits,
            open,
            time
        );

    public Task<WebhookAnswer> Post(
        string shop,
        string publicOrderId,
        WebhookSubscription subscription,
        OutboxMessage message,
        CancellationToken cancellation
    )
    {
        if (!isUp(subscription.Id))
            return Task.FromResult(refusal);
        received.Add(message.Id);
        return Task.FromResult(WebhookAnswer.Taken);
    }

    public Task<WebhookAnswer> Post(RemoteStateAuthority authority, OutboxMessage message, CancellationToken cancellation) =>
        Task.FromResult(WebhookAnswer.Taken);

    public Task<IReadOnlyList<OutboxMessage>> Pending(string publicOrderId, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<OutboxMessage>>([.. pending]);

    Task IOutbox.Put(string owner, OutboxMessage message, CancellationToken cancellation)
    {
        pending.Add(message);
        return Task.CompletedTask;
    }

    Task IOutbox.Update(string publicOrderId, OutboxMessage message, CancellationToken cancellation)
    {
        pending[pending.FindIndex(m => m.Id == message.Id)] = message;
        return Task.CompletedTask;
    }

    Task IOutbox.Remove(string publicOrderId, OutboxMessage message, CancellationToken cancellation)
    {
        pending.RemoveAll(m => m.Id == message.Id);
        return Task.CompletedTask;
    }

    Task IOutbox.Discard(string publicOrderId, string bundle, CancellationToken cancellation)
    {
        discarded.Add(bundle);
        return Task.CompletedTask;
    }

    Task IOutbox.Bury(string shop, DeadLetter letter, CancellationToken cancellation)
    {
        dead.Add(letter);
        return ((IOutbox)this).Remove(letter.PublicOrderId, letter.Message, cancellation);
    }

    public Task<IReadOnlyList<DeadLetter>> DeadLetters(string shop, string? after, int count, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<DeadLetter>>(dead);

    public Task<long> CountDeadLetters(CancellationToken cancellation) => Task.FromResult((long)dead.Count);

    public Task<DeadLetter?> DeadLetter(string shop, string id, CancellationToken cancellation) => throw new NotSupportedException();

    Task IOutbox.Replay(string shop, DeadLetter letter, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<StoredOrder?> Load(string publicOrderId, CancellationToken cancellation) =>
        Task.FromResult<StoredOrder?>(new StoredOrder(order, "1"));

    public Task<StoredOrder?> Add(Order order, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<StoredOrder?> Commit(StoredOrder previous, Order next, IdempotentAnswer? answer, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<(StoredOrder? Order, IdempotentAnswer? Answer)> LoadWithAnswer(
        string publicOrderId,
        string idempotencyKey,
        CancellationToken cancellation
    ) => throw new NotSupportedException();

    public Task<IReadOnlyList<TimelineEntry>> Timeline(string publicOrderId, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<Shop?> Find(string identifier, CancellationToken cancellation) => Task.FromResult<Shop?>(shop);

    Task<StoredShop?> IShops.Load(string identifier, CancellationToken cancellation) =>
        Task.FromResult<StoredShop?>(new StoredShop(stored ?? shop, "1"));

    public Task<Result<bool>> Save(Shop shop, string? etag, CancellationToken cancellation)
    {
        this.shop = stored = shop;
        return Task.FromResult<Result<bool>>(true);
    }

    public Task<IReadOnlyList<string>> Identifiers(CancellationToken cancellation) => throw new NotSupportedException();
}
