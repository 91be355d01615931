using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins;

/// <summary>
/// One decision and what plugins make of it: decide, raise the event, apply the answers. When it is decided again, because the
/// commit was lost to another writer, the same answers are applied again and nobody is asked twice.
/// </summary>
public sealed class EventedDecision(PluginEvents events)
{
    private PluginAnswers? answers;

    /// <param name="event">What plugins hear when the order changed; null when it is no business of theirs. An event of one plugin is
    /// raised in any case.</param>
    public async ValueTask<Result<Order>> Decide(
        Order order,
        Shop shop,
        Occasion occasion,
        PluginEvent? @event,
        Func<Order, Shop, Occasion, CancellationToken, ValueTask<Result<Order>>> decide,
        CancellationToken cancellation
    )
    {
        var decided = await decide(order, shop, occasion, cancellation);
        if (!decided.Succeeded || @event is null || (ReferenceEquals(decided.Value, order) && @event.PluginUuid is null))
            return decided;
        answers ??= await events.Raise(decided.Value, shop, @event, cancellation);
        return answers.Apply(decided.Value, shop, occasion);
    }
}
