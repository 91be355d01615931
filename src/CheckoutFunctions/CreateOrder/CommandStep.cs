using Checkout.Journeys.CreateOrder;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Functions.CreateOrder;

/// <summary>What an activity does: reads the order, runs the one command if it is its turn, commits.</summary>
public sealed class CommandStep(CreateOrderRun run, CreateOrders orders, IOrderStore store, IShops shops, IStorageMeter meter)
{
    /// <summary>True when the command is recorded as succeeded and the next may run; false when it failed.</summary>
    /// <exception cref="CommandPutOffException">The order is locked or an upstream is down.</exception>
    public async Task<bool> Run(CommandCall call, CancellationToken cancellation)
    {
        using var tally = meter.Start($"create_order/{call.Name}");
        var shop = await shops.Find(call.Shop, cancellation) ?? throw new InvalidOperationException($"Shop {call.Shop} is gone.");
        var stored = await store.Load(call.PublicOrderId, cancellation) ?? throw new InvalidOperationException($"Order {call.PublicOrderId} is gone.");
        var ran = await run.RunOne(new OrderSession(store, stored), shop, call.Key, cancellation);
        if (!ran.Succeeded)
            throw new CommandPutOffException(ran.Problems[0]);

        // Here and not in an activity of its own, which would read the order once more and keep the shopper waiting.
        var journal = ran.Value.Journal!;
        if (journal.IsFinished || journal.FailedCommand is not null)
            await orders.Rest(ran.Value, shop, cancellation);
        return journal.Commands.Any(c => c.Key == call.Key && c.Status is CommandStatus.Succeeded);
    }
}
