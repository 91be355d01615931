using Checkout.Journeys.Completing;
using Checkout.Journeys.Reserving;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Orders;

/// <summary>Units are taken in rounds, and go back only by the hand of who ended the try.</summary>
public sealed class TakeStockTests : IStock, IOrderStore
{
    private readonly Dictionary<string, long> moves = new(StringComparer.Ordinal);
    private readonly List<Order> committed = [];
    private TaskCompletionSource? gate;
    private int arrived;
    private int rounds;
    private int inside;
    private int most;
    private string? missing;
    private Action beforeShortage = () => { };
    private bool losesCommits;

    [Fact]
    public async Task Take_FiveHundredVariants_TakesSixteenRounds()
    {
        gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        (await new TakeStock(this).Take(Many(500), default)).ShouldBeNull();

        (rounds, most).ShouldBe(((500 + TakeStock.AtOnce - 1) / TakeStock.AtOnce, TakeStock.AtOnce));
        moves.Count.ShouldBe(500);
    }

    [Fact]
    public async Task Process_UnitsShort_AreOwedBeforeTheyGoBack()
    {
        missing = "s7";
        var session = new OrderSession(this, new StoredOrder(Many(10), "1"));

        var refused = await Process().Run(session, Shop(), "test", default);

        refused.Problems[0].SubType.ShouldBe("insufficient_stock");
        committed[^1].OwedStock.ShouldNotBeNull().Units.Length.ShouldBe(10);
        session.Order.ShouldSatisfyAllConditions(
            o => o.Status.ShouldBe(OrderStatus.Open),
            o => o.StockTaken.ShouldBeFalse(),
            o => o.OwedStock.ShouldBeNull()
        );
        moves.Where(m => m.Key.EndsWith("-closed", StringComparison.Ordinal)).Count().ShouldBe(10);
    }

    [Fact]
    public async Task Process_PausedHostFindsUnitsShortAfterTheOrderMovedOn_PutsNothingBack()
    {
        missing = "s7";
        beforeShortage = () => losesCommits = true;
        var session = new OrderSession(this, new StoredOrder(Many(10), "1"));

        var refused = await Process().Run(session, Shop(), "test", default);

        refused.Problems[0].Kind.ShouldBe(ProblemKind.Locked);
        moves.Keys.ShouldAllBe(m => !m.EndsWith("-closed", StringComparison.Ordinal) && !m.EndsWith("-back", StringComparison.Ordinal));
    }

    private ProcessOrder Process() => new(new TakeStock(this), null!, null!, null!, null!, TimeProvider.System);

    /// <summary>An order that is being processed: the checks before are done.</summary>
    private static Order Many(int variants) =>
        AnOrder.Of([.. Enumerable.Range(1, variants).Select(i => AnOrder.Line($"s{i}") with { TracksInventory = true })]) with
        {
            Status = OrderStatus.Processing,
            ProcessAttempts = 1,
            StockTaken = true,
        };

    private static Shop Shop() => AnOrder.Shop();

    async Task<bool> IStock.Move(string shop, string sku, string moveId, long quantity, CancellationToken cancellation)
    {
        await Meet();
        if (sku == missing)
            beforeShortage();
        if (sku == missing && quantity > 0)
            return false;
        lock (moves)
            moves[$"{sku}-{moveId}"] = quantity;
        return true;
    }

    /// <summary>Lets a round go once it is full, or the last one: fewer at once would wait for ever.</summary>
    private async Task Meet()
    {
        if (gate is null)
            return;
        Task opened;
        lock (moves)
        {
            most = Math.Max(most, ++inside);
            opened = gate.Task;
            if (++arrived % TakeStock.AtOnce == 0 || arrived == 500)
            {
                rounds++;
                gate.SetResult();
                gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        await opened;
        lock (moves)
            inside--;
    }

    Task IStock.Close(string shop, string sku, string moveId, long quantity, CancellationToken cancellation)
    {
        moves[$"{sku}-{moveId}-closed"] = quantity;
        return Task.CompletedTask;
    }

    Task<StoredOrder?> IOrderStore.Commit(StoredOrder previous, Order next, IdempotentAnswer? answer, CancellationToken cancellation)
    {
        if (losesCommits)
            return Task.FromResult<StoredOrder?>(null);
        committed.Add(next);
        return Task.FromResult<StoredOrder?>(new StoredOrder(next, "2"));
    }

    Task<long?> IStock.OnHand(string shop, string sku, CancellationToken cancellation) => throw new NotSupportedException();

    Task<StoredOrder?> IOrderStore.Load(string publicOrderId, CancellationToken cancellation) => throw new NotSupportedException();

    Task<StoredOrder?> IOrderStore.Add(Order order, CancellationToken cancellation) => throw new NotSupportedException();

    Task<(StoredOrder? Order, IdempotentAnswer? Answer)> IOrderStore.LoadWithAnswer(
        string publicOrderId,
        string idempotencyKey,
        CancellationToken cancellation
    ) => throw new NotSupportedException();

    Task<IReadOnlyList<TimelineEntry>> IOrderStore.Timeline(string publicOrderId, CancellationToken cancellation) =>
        throw new NotSupportedException();
}
