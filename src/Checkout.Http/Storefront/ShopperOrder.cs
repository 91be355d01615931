using Checkout.Changing.Hydrating;
using Checkout.Changing.Taxes;
using Checkout.Http.Frame;
using Checkout.Orders;
using Checkout.Plugins;
using Checkout.Plugins.Overrides;
using Checkout.Running;
using Checkout.Shops;

namespace Checkout.Http.Storefront;

/// <summary>
/// The order of a storefront request. Each request reads it with one storage transaction and changes it with two; the
/// parts of a batch share them: they are decided one after another on the order in memory, and committed together.
/// </summary>
public sealed class ShopperOrder(OrderEditor editor, PluginEvents events, AskAuthority authority)
{
    private readonly List<EventedDecision> parts = [];
    private Held? held;

    public bool IsBatch => held is not null;

    public async Task<Result<Order>> Read(Call call) =>
        held is { } batch
            ? batch.Order
            : (await editor.Load(call.ShopIdentifier, call.OrderId, call.Cancellation)).Map(stored => stored.Order);

    public Task<Result<Order>> Change(Call call, Func<Order, Shop, Occasion, Result<Order>> decide) => Change(call, null, decide);

    /// <param name="event">What plugins hear when the order changed; null when it is no business of theirs.</param>
    public Task<Result<Order>> Change(Call call, PluginEvent? @event, Func<Order, Shop, Occasion, Result<Order>> decide) =>
        Change(call, @event, (order, shop, occasion, _) => ValueTask.FromResult(decide(order, shop, occasion)));

    /// <summary>As above with a decision that asks others; it may run again and must then not ask again.</summary>
    public async Task<Result<Order>> Change(
        Call call,
        PluginEvent? @event,
        Func<Order, Shop, Occasion, CancellationToken, ValueTask<Result<Order>>> decide
    )
    {
        if (held is not { } batch)
        {
            var decision = new EventedDecision(events);
            return await editor.Change(
                call.ShopIdentifier,
                call.OrderId,
                call.Actor,
                (order, shop, occasion, cancellation) => Taxed(decision, order, shop, occasion, @event, decide, cancellation),
                call.Cancellation
            );
        }

        if (batch.Part == parts.Count)
            parts.Add(new EventedDecision(events));
        var decided = await Taxed(parts[batch.Part++], batch.Order, batch.Shop, batch.Occasion, @event, decide, call.Cancellation);
        if (decided.Succeeded)
            batch.Order = decided.Value;
        return decided;
    }

    /// <summary>
    /// Runs the parts of a batch on one loaded order and commits what they made of it. When another writer was faster they
    /// all run again on the newer order; plugins are not asked a second time.
    /// </summary>
    public Task<Result<Order>> Batch(Call call, Func<Task> run) =>
        editor.Change(
            call.ShopIdentifier,
            call.OrderId,
            call.Actor,
            async (order, shop, occasion, _) =>
            {
                held = new Held(order, shop, occasion);
                try
                {
                    await run();
                    return held.Order;
                }
                finally
                {
                    held = null;
                }
            },
            call.Cancellation
        );

    /// <summary>The decision and what plugins make of it, with taxes that follow both: plugins are shown the right total too.</summary>
    private async ValueTask<Result<Order>> Taxed(
        EventedDecision decision,
        Order order,
        Shop shop,
        Occasion occasion,
        PluginEvent? @event,
        Func<Order, Shop, Occasion, CancellationToken, ValueTask<Result<Order>>> decide,
        CancellationToken cancellation
    )
    {
        var changed = order;
        var decided = await decision.Decide(
            order,
            shop,
            occasion,
            @event,
            async (current, its, at, cancel) =>
            {
                var made = await decide(current, its, at, cancel);
                var told = made.Succeeded ? await authority.After(current, made.Value, its, cancel) : made;
                var next = told.Map(state => FollowTaxes.After(current, state, its));
                changed = next.Succeeded ? next.Value : current;
                return next;
            },
            cancellation
        );
        return decided
            .Map(made => FollowTaxes.After(changed, made, shop))
            .Then(made => PlatformAmounts.Refuse(order, made) is { } refusal ? refusal : (Result<Order>)made);
    }

    private sealed class Held(Order order, Shop shop, Occasion occasion)
    {
        public Order Order { get; set; } = order;
        public Shop Shop => shop;
        public Occasion Occasion => occasion;

        /// <summary>How many changes were decided: each keeps what plugins answered to it when all are decided again.</summary>
        public int Part { get; set; }
    }
}
