using Checkout.Orders;
using Checkout.Plugins;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Journeys.Beginning;

/// <summary>
/// Adds an order that a shopper goes on with, however it was begun: plugins hear of it, and it is remembered, so that its first
/// change need not load it. Two storage transactions: the order and its lookup row.
/// </summary>
public sealed class AddOrder(PluginEvents events, IOrderStore store, RememberedOrders memory, IOrderLookup lookup, TimeProvider time)
{
    /// <summary>The order as it was stored, with what plugins made of it.</summary>
    /// <exception cref="InvalidOperationException">There is an order of that public id.</exception>
    public async Task<Order> Run(Order begun, Shop shop, string actor, CancellationToken cancellation)
    {
        var answers = await events.Raise(begun, shop, PluginEventNames.InitializeCheckout, cancellation);
        var order = answers.Apply(begun, shop, new Occasion(time.GetUtcNow(), actor));
        var added = await store.Add(order, cancellation) ?? throw new InvalidOperationException("A new public order id was taken already.");
        memory.Keep(added);
        await lookup.Add(added.Order, cancellation);
        return added.Order;
    }
}
