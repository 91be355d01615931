using System.Security.Cryptography;
using System.Text;
using Checkout.Journeys.CreateOrder;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Checkout.Functions.CreateOrder;

/// <summary>
/// Carries Create Orders out with orchestrations behind them. A new order's journal is walked by an orchestration that the
/// call waits for, or by the call itself (<see cref="CreateOrderOptions.Driver"/>). A repeated call always walks it itself,
/// and so does one whose orchestration does not move; what a walk leaves behind goes on in an orchestration.
/// </summary>
public sealed partial class DurableCreateOrder(
    CreateOrders orders,
    CreateOrderRuns runs,
    IOrderStore store,
    OrderGate gate,
    JournalSignals signals,
    DurableConnection connection,
    CreateOrderOptions options,
    TimeProvider time,
    ILogger<DurableCreateOrder> log,
    IHostApplicationLifetime? lifetime = null
) : ICreateOrderDriver
{
    /// <summary>An orchestration that has not moved the order for this long is not waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    public Task<CreateOrderOutcome> Run(Shop shop, CreateOrderRequest request, CancellationToken cancellation)
    {
        var client = connection.Client ?? throw new InvalidOperationException("The CreateOrder function has no Durable client.");

        // Not the caller's token: what is begun goes on when the caller leaves.
        var stopping = lifetime?.ApplicationStopping ?? CancellationToken.None;
        return runs.Join(
            shop,
            request,
            () => Begin(shop, request, client, stopping),
            TimeSpan.FromSeconds(options.WaitSeconds),
            cancellation
        );
    }

    /// <summary>The same in every process, and safe as an instance id whatever the order's id holds.</summary>
    public static string InstanceOf(string shop, string publicOrderId) =>
        $"create-order-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{shop}\n{publicOrderId}")))}";

    private async Task<CreateOrderOutcome> Begin(
        Shop shop,
        CreateOrderRequest request,
        DurableTaskClient client,
        CancellationToken stopping
    )
    {
        using var turn = await gate.Enter(CreateOrders.Turn(shop, request), stopping);
        if (turn is null)
            return await orders.Tell(shop, request, stopping);
        var begun = await orders.Begin(shop, request, stopping);
        if (begun.Session is not { } session)
            return begun.Refusal!;
        return options.Driver is CreateOrderDriver.Orchestration && session is { IsStored: false, Order.Journal.IsFinished: false }
            ? await Orchestrate(session, shop, client, stopping)
            : await Walk(session, shop, client, stopping);
    }

    /// <summary>In this call; what it leaves behind goes on in an orchestration.</summary>
    private async Task<CreateOrderOutcome> Walk(OrderSession session, Shop shop, DurableTaskClient client, CancellationToken stopping)
    {
        var outcome = await orders.Walk(session, shop, stopping);
        if (outcome.GoesOn)
            await Start(client, outcome.Order!);
        return outcome;
    }

    private async Task<CreateOrderOutcome> Orchestrate(
        OrderSession session,
        Shop shop,
        DurableTaskClient client,
        CancellationToken stopping
    )
    {
        if (!await session.Commit(stopping))
            return await WalkWhatIsStored(session.Order, shop, client, stopping);
        using var listener = signals.Listen(session.Order.PublicOrderId);
        return await Start(client, session.Order) && await Ends(listener, session.Order, stopping) is { } outcome
            ? outcome
            : await WalkWhatIsStored(session.Order, shop, client, stopping);
    }

    private async Task<CreateOrderOutcome> WalkWhatIsStored(Order order, Shop shop, DurableTaskClient client, CancellationToken stopping)
    {
        var stored =
            await store.Load(order.PublicOrderId, stopping) ?? throw new InvalidOperationException("An order was neither added nor there.");
        return await Walk(new OrderSession(store, stored), shop, client, stopping);
    }

    /// <summary>
    /// How the orchestration's walk ended; null when it does not move. A walk in this process tells of itself; one in another
    /// is seen by the order.
    /// </summary>
    private async Task<CreateOrderOutcome?> Ends(JournalSignals.Listener listener, Order begun, CancellationToken stopping)
    {
        var (known, movedAt) = (begun, time.GetUtcNow());
        for (var pause = FirstLook; ; pause = pause * 1.5 < LongestPause ? pause * 1.5 : LongestPause)
        {
            await Task.WhenAny(listener.Heard, Task.Delay(pause, time, stopping));
            if (listener.Heard.IsCompletedSuccessfully)
                return await Heard(await listener.Heard, known, stopping);
            stopping.ThrowIfCancellationRequested();
            if (signals.IsWalked(begun.PublicOrderId))
                continue;
            var order = (await store.Load(begun.PublicOrderId, stopping))?.Order ?? known;
            if (order.Journal is null or { IsFinished: true } or { FailedCommand: not null })
                return CreateOrderOutcome.Ended(order);
            if (order.Version != known.Version)
                (known, movedAt) = (order, time.GetUtcNow());
            else if (time.GetUtcNow() - movedAt >= Patience)
                return null;
        }
    }

    /// <summary>What puts a walk off is told at once: its orchestration tries again, and goes on when nobody waits.</summary>
    private async Task<CreateOrderOutcome> Heard(Result<Order> result, Order known, CancellationToken stopping) =>
        result.Succeeded
            ? CreateOrderOutcome.Ended(result.Value)
            : CreateOrderOutcome.Waiting((await store.Load(known.PublicOrderId, stopping))?.Order ?? known, result.Problems);

    /// <summary>False when the hub does not take it: the order's wake-up stands, and the caller walks the journal itself.</summary>
    private async Task<bool> Start(DurableTaskClient client, Order order)
    {
        var call = new JournalCall(order.ShopIdentifier, order.PublicOrderId);
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                CreateOrderOrchestration.Name,
                call,
                new StartOrchestrationOptions(InstanceOf(call.Shop, call.PublicOrderId)),
                CancellationToken.None
            );
            return true;
        }
#pragma warning disable CA1031 // Mostly one that runs already. Without one the wake-up finishes the journal, which fails no request.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            NotStarted(log, fault, order.PublicOrderId);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No orchestration was started for the journal of {PublicOrderId}")]
    private static partial void NotStarted(ILogger log, Exception fault, string publicOrderId);
}
