using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Checkout.Journeys.CreateOrder;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.CreateOrder;

/// <summary>
/// Walks journals as orchestrations, one for each idempotency key: a call joins the run of its key that is under way,
/// starts one when commands are left, and answers from the order's record.
/// </summary>
public sealed class DurableCreateOrder(CreateOrders orders, IOrderStore store, OrderGate gate, DurableConnection connection, CreateOrderOptions options, TimeProvider time) : ICreateOrderDriver
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    public async Task<CreateOrderOutcome> Run(Shop shop, CreateOrderRequest request, CancellationToken cancellation)
    {
        var giveUp = time.GetUtcNow().AddSeconds(options.WaitSeconds);
        var client = connection.Client ?? throw new InvalidOperationException("The CreateOrder function has no Durable client.");
        var instance = InstanceOf(shop.Identifier, request.IdempotencyKey);

        // Not the caller's token: what is begun goes on when the caller leaves.
        var begun = await Begin(shop, request, client, instance, CancellationToken.None);
        if (!begun.Succeeded || !HasWork(begun.Value))
            return CreateOrderOutcome.With(begun);
        return await Ends(client, instance, giveUp, cancellation)
            ? CreateOrderOutcome.With(await Answer(begun.Value.PublicOrderId, cancellation))
            : CreateOrderOutcome.StillRunning(begun.Value.PublicOrderId);
    }

    /// <summary>The same in every process, and safe as an instance id whatever the key holds.</summary>
    public static string InstanceOf(string shop, string key) =>
        $"create-order-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{shop}\n{key}")))}";

    private static bool HasWork(Order order) => order.Journal is { IsFinished: false };

    /// <summary>The order, in the store and, when commands are left, with an orchestration that walks them.</summary>
    private async Task<Result<Order>> Begin(Shop shop, CreateOrderRequest request, DurableTaskClient client, string instance, CancellationToken cancellation)
    {
        using var turn = await gate.Enter($"{shop.Identifier}|{request.IdempotencyKey}", cancellation);
        if (turn is null)
            return Problem.Locked();
        var begun = await orders.Begin(shop, request, cancellation);
        if (!begun.Succeeded)
            return begun.Cast<Order>();

        var session = begun.Value;
        var isNew = !session.IsStored;
        var order = await session.Commit(cancellation)
            ? session.Order
            : (await store.Load(session.Order.PublicOrderId, cancellation))?.Order ?? throw new InvalidOperationException("An order was neither added nor there.");
        if (HasWork(order))
            await Start(client, instance, order, cancellation);
        else if (isNew)
            await orders.Rest(order, shop, cancellation);
        return order;
    }

    private static async Task Start(DurableTaskClient client, string instance, Order order, CancellationToken cancellation)
    {
        if (await IsRunning(client, instance, cancellation))
            return;
        ImmutableArray<CommandCall> calls =
            [.. order.Journal!.Commands.Where(c => c.Status is not CommandStatus.Succeeded).Select(c => new CommandCall(order.ShopIdentifier, order.PublicOrderId, c.Key, c.Command))];
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(CreateOrderOrchestration.Name, calls, new StartOrchestrationOptions(instance), cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Another process was faster with the same key: its run is joined. Anything else is a fault.
            if (!await IsRunning(client, instance, cancellation))
                throw;
        }
    }

    /// <summary>
    /// Looks itself, soon and often: the client's own WaitForInstanceCompletion looks every two seconds, which every
    /// shopper would feel.
    /// </summary>
    private async Task<bool> Ends(DurableTaskClient client, string instance, DateTimeOffset giveUp, CancellationToken cancellation)
    {
        for (var pause = FirstLook; time.GetUtcNow() < giveUp; pause = pause * 1.2 < LongestPause ? pause * 1.2 : LongestPause)
        {
            await Task.Delay(pause, time, cancellation);
            if (!await IsRunning(client, instance, cancellation))
                return true;
        }

        return false;
    }

    private static async Task<bool> IsRunning(DurableTaskClient client, string instance, CancellationToken cancellation) =>
        await client.GetInstanceAsync(instance, getInputsAndOutputs: false, cancellation) is { IsCompleted: false };

    /// <summary>A journal that is neither finished nor failed met a lock or an upstream that stayed down (503).</summary>
    private async Task<Result<Order>> Answer(string publicOrderId, CancellationToken cancellation)
    {
        if (await store.Load(publicOrderId, cancellation) is not { } stored)
            return Problem.NotFound();
        return stored.Order.Journal is { FailedCommand: null, Next: { } next }
            ? Problem.Upstream("commands", $"{next.Command} could not be carried out yet and is tried again; repeat the call with the same key.")
            : stored.Order;
    }
}
