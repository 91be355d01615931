using Checkout.AzureStorage.Tables;
using Checkout.Gateways.TestGateway;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.AzureStorage.Tests;

[Collection(StorageFixture.Name)]
public sealed class TestGatewayLedgerTableTests(StorageFixture storage) : IAsyncLifetime
{
    private static readonly GatewaySettings Settings = new() { PublicId = "testgateway", Driver = "test" };
    private CheckoutTables tables = null!;
    private TestPaymentGateway gateway = null!;

    public async Task InitializeAsync()
    {
        tables = await storage.NewTables();
        gateway = new TestPaymentGateway(new TestGatewayLedgerTable(tables.TestGateway), TimeProvider.System);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Load_AnotherHostAfterwards_FindsEveryEntryAsItWasWritten()
    {
        var ledger = new TestGatewayLedgerTable(tables.TestGateway);
        await Authorize("tok_sca", "a", 700);
        await Authorize("tok_decline", "b", 800);
        var authorized = await Authorize("tok_visa", "c/#?", 900);
        await Capture(authorized, "d", 400);
        await Capture(authorized, "d", 400);

        var entries = (await ledger.Load("order1", default)).Entries;

        entries
            .Select(e => (e.IdempotencyKey, e.Kind, e.Amount, e.Outcome.Kind, e.Times))
            .ShouldBe([
                ("a", TransactionKind.Authorize, 700, GatewayOutcomeKind.NeedsAction, 1),
                ("b", TransactionKind.Authorize, 800, GatewayOutcomeKind.Declined, 1),
                ("c/#?", TransactionKind.Authorize, 900, GatewayOutcomeKind.Succeeded, 1),
                ("d", TransactionKind.Capture, 400, GatewayOutcomeKind.Succeeded, 2),
            ]);
        entries[2].Outcome.ShouldBe(authorized);
        entries[3].Parent.ShouldBe(authorized.Reference);
        (await ledger.Load("order2", default)).ShouldSatisfyAllConditions(a => a.Entries.ShouldBeEmpty(), a => a.Version.ShouldBeNull());
    }

    [Fact]
    public async Task Save_AccountChangedSinceItWasLoaded_WritesNothing()
    {
        var ledger = new TestGatewayLedgerTable(tables.TestGateway);
        var empty = await ledger.Load("order1", default);
        await Authorize("tok_visa", "a", 700);
        var first = await ledger.Load("order1", default);
        await Authorize("tok_visa", "b", 800);
        var stray = first.Entries[0] with { IdempotencyKey = "stray" };

        (await ledger.Save(empty, stray, default)).ShouldBeNull();
        (await ledger.Save(first, stray, default)).ShouldBeNull();
        (await ledger.Load("order1", default)).Entries.Select(e => e.IdempotencyKey).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task Capture_TwelveAtOnceWithDifferentKeys_NeverExceedTheAuthorization()
    {
        var authorized = await Authorize("tok_visa", "a", 1000);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Capture(authorized, $"capture-{i}", 300)));

        outcomes.Count(o => o.Kind is GatewayOutcomeKind.Succeeded).ShouldBe(3);
        (await new TestGatewayLedgerTable(tables.TestGateway).Load("order1", default)).Total(TransactionKind.Capture).ShouldBe(900);
    }

    [Fact]
    public async Task Authorize_WritesWhoseAnswerIsLost_HoldsOnce()
    {
        var lossy = new TestPaymentGateway(
            new TestGatewayLedgerTable(storage.Over(tables, new LosesAnswers(1)).TestGateway),
            TimeProvider.System
        );

        var outcome = await lossy.Authorize(Authorization("tok_visa", "a", 700), default);

        outcome.Kind.ShouldBe(GatewayOutcomeKind.Succeeded);
        (await new TestGatewayLedgerTable(tables.TestGateway).Load("order1", default)).Total(TransactionKind.Authorize).ShouldBe(700);
    }

    [Fact]
    public async Task Authorize_CostsTheCheckoutNoStorageTransaction()
    {
        using var requests = StorageTransactions.Count();

        await Authorize("tok_visa", "a", 700);

        requests.Transactions.ShouldBe(0);
    }

    private Task<GatewayOutcome> Authorize(string token, string key, long amount) =>
        gateway.Authorize(Authorization(token, key, amount), default);

    private Task<GatewayOutcome> Capture(GatewayOutcome authorized, string key, long amount) =>
        gateway.Capture(new GatewayMovement(Settings, "shop1", "order1", "payment1", key, authorized.Reference!, amount, "CAD"), default);

    private static GatewayAuthorization Authorization(string token, string key, long amount) =>
        new(Settings, "shop1", "order1", "payment1", key, token, amount, "CAD");
}
