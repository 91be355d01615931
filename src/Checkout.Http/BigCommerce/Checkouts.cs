using System.Collections.Immutable;
using Checkout.Changing.Hydrating;
using Checkout.Changing.Placing;
using Checkout.Changing.Taxes;
using Checkout.Http.Dialects.BigCommerce;
using Checkout.Http.Frame;
using Checkout.Journeys.Completing;
using Checkout.Orders;
using Checkout.Plugins;
using Checkout.Plugins.Overrides;
using Checkout.Pricing;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Http.BigCommerce;

/// <summary>
/// The caller's checkout: read with one storage transaction, changed with two, by the same decisions as the storefront API.
/// This API has no call for taxes, so they are calculated with every change, after the plugins' actions.
/// </summary>
public sealed class Checkouts(
    OrderEditor editor,
    PluginEvents events,
    AskAuthority authority,
    ITaxRates rates,
    RecheckTaxes recheck,
    IGiftCards giftCards
)
{
    public async Task<Result<Order>> Read(Call call) =>
        (await editor.Load(call.ShopIdentifier, call.OrderId, call.Cancellation)).Map(stored => stored.Order);

    public Task<Result<Order>> Change(Call call, PluginEvent? @event, Func<Order, Shop, Occasion, Result<Order>> decide) =>
        Change(call, @event, (order, shop, occasion, _) => ValueTask.FromResult(decide(order, shop, occasion)));

    /// <param name="event">What plugins hear when the order changed.</param>
    /// <param name="decide">May run again; what it asks others it must ask only once.</param>
    public Task<Result<Order>> Change(
        Call call,
        PluginEvent? @event,
        Func<Order, Shop, Occasion, CancellationToken, ValueTask<Result<Order>>> decide
    ) => Run(call, @event, decide, Taxed);

    /// <summary>As a change, for an order that is about to be placed: it keeps the taxes that its shopper saw.</summary>
    public Task<Result<Order>> Prepare(
        Call call,
        PluginEvent? @event,
        Func<Order, Shop, Occasion, CancellationToken, ValueTask<Result<Order>>> decide
    ) => Run(call, @event, decide, (order, _, _, _) => ValueTask.FromResult<Result<Order>>(order));

    private Task<Result<Order>> Run(
        Call call,
        PluginEvent? @event,
        Func<Order, Shop, Occasion, CancellationToken, ValueTask<Result<Order>>> decide,
        Func<Order, Shop, Occasion, CancellationToken, ValueTask<Result<Order>>> finish
    )
    {
        var decision = new EventedDecision(events);
        return editor.Change(
            call.ShopIdentifier,
            call.OrderId,
            call.Actor,
            async (order, shop, occasion, cancellation) =>
            {
                if (CheckoutVersion.Refuse(call, order) is { } conflict)
                    return conflict;
                var decided = await decision.Decide(
                    order,
                    shop,
                    occasion,
                    @event,
                    async (current, its, at, cancel) =>
                    {
                        var made = await decide(current, its, at, cancel);
                        return made.Succeeded ? await authority.After(current, made.Value, its, cancel) : made;
                    },
                    cancellation
                );
                var finished =
                    decided.Succeeded && !ReferenceEquals(decided.Value, order)
                        ? await finish(decided.Value, shop, occasion, cancellation)
                        : decided;
                return finished.Then(made => PlatformAmounts.Refuse(order, made) is { } refusal ? refusal : (Result<Order>)made);
            },
            call.Cancellation
        );
    }

    /// <summary>
    /// What the call's endpoint answers of its order, the checkout or the cart, or the problems. Each gift certificate on a
    /// checkout costs one storage transaction more: its balance is not the order's to know.
    /// </summary>
    public async Task<Reply> Answer(Call call, Result<Order> result) =>
        !result.Succeeded ? result.Problems
        : call.Endpoint.Response == typeof(SdkCart) ? Reply.Of(CartOf(call, result.Value))
        : SdkApi.IsAskedFor(call) ? await SdkAnswer(call, result.Value)
        : Reply.Of(await Body(call, result.Value));

    /// <summary>The cart alone, as today's calls of a cart answer.</summary>
    public static SdkCart CartOf(Call call, Order order) => new(order, OrderPrice.Of(order), call.Shop, Origin(call));

    /// <summary>The checkout in the shape of today's API.</summary>
    public async Task<Reply> SdkAnswer(Call call, Order order) =>
        Reply.Of(SdkCheckout.Of(order, call.Shop, Origin(call), await Certificates(call, order)));

    public async Task<CheckoutBody> Body(Call call, Order order) =>
        CheckoutBody.Of(order, call.Shop, Origin(call), await Certificates(call, order));

    public async Task<ImmutableArray<AppliedCertificate>> Certificates(Call call, Order order)
    {
        var certificates = ImmutableArray.CreateBuilder<AppliedCertificate>();
        foreach (var payment in order.Payments.Where(p => p.Type == PaymentTypes.GiftCard))
            if (await giftCards.Find(order.ShopIdentifier, payment.Token, call.Cancellation) is { } card)
                certificates.Add(AppliedCertificate.Of(card, payment));
        return certificates.ToImmutable();
    }

    public static string Origin(Call call) => $"{call.Http.Request.Scheme}://{call.Http.Request.Host}";

    /// <summary>The taxes of what the order holds, and the refusal to place it when they make its total another one.</summary>
    public async ValueTask<Result<RecheckedTaxes>> Rechecked(Order order, Shop shop, Occasion occasion, CancellationToken cancellation) =>
        order.Taxes is not null
            ? await recheck.Of(order, shop, occasion.Actor, cancellation)
            : (await Taxed(order, shop, occasion, cancellation)).Map(taxed => new RecheckedTaxes(
                taxed,
                OrderPrice.Of(taxed).Total == OrderPrice.Of(order).Total ? null : TaxesAtPlacing.Changed()
            ));

    /// <summary>Taxes as they are now; none are calculated before there is an address.</summary>
    public async ValueTask<Result<Order>> Taxed(Order order, Shop shop, Occasion occasion, CancellationToken cancellation)
    {
        if (order.IsSimple || order.ClosedBecause is not null || (order.ShippingAddress ?? order.BillingAddress) is not { } address)
            return order;
        var found = await rates.For(order, shop, address, cancellation);
        return found.Map(applicable =>
            GenerateTaxes.Decide(order, applicable, shop.Checkout.TaxIncluded).Record("taxes.generated", occasion)
        );
    }
}
