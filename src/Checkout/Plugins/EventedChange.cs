using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;

namespace Checkout.Plugins;

/// <summary>
/// A change to an order and what plugins make of it, in one commit: load, decide, raise the event, apply the answers, commit.
/// When the commit is lost to another writer the change is decided again and the same answers are applied again.
/// Without a subscriber it is <see cref="OrderEditor.Change(string, string, string, Func{Order, Shop, Occasion, Result{Order}}, CancellationToken)"/> and nothing more.
/// </summary>
public sealed class EventedChange(OrderEditor editor, PluginEvents events)
{
    public Task<Result<Order>> Change(
        string shopIdentifier, string publicOrderId, string actor, PluginEvent @event, Func<Order, Shop, Occasion, Result<Order>> decide, CancellationToken cancellation) =>
        Change(shopIdentifier, publicOrderId, actor, @event, (order, shop, occasion, _) => ValueTask.FromResult(decide(order, shop, occasion)), cancellation);

    /// <summary>As above with a decision that asks others.</summary>
    public Task<Result<Order>> Change(
        string shopIdentifier,
        string publicOrderId,
        string actor,
        PluginEvent @event,
        Func<Order, Shop, Occasion, CancellationToken, ValueTask<Result<Order>>> decide,
        CancellationToken cancellation)
    {
        PluginAnswers? answers = null;
        return editor.Change(
            shopIdentifier,
            publicOrderId,
            actor,
            async (order, shop, occasion, cancel) =>
            {
                var decided = await decide(order, shop, occasion, cancel);
                if (!decided.Succeeded)
                    return decided;
                answers ??= await events.Raise(decided.Value, shop, @event, cancel);
                return answers.Apply(decided.Value, shop, occasion);
            },
            cancellation);
    }
}
