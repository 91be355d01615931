using Checkout.Http.Dialects.BigCommerce;
using Checkout.Http.Frame;
using Checkout.Http.Frame.SignIn;
using Checkout.Http.PaymentFrame;
using Checkout.Journeys.Submitting;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Shops;
using Checkout.Stores;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.BigCommerce;

/// <summary>Finishes an order that was paid on the gateway's page. One that is finished already is answered as it is.</summary>
public sealed class FinalizeOrderEndpoint(NumberedOrder orders, Checkouts checkouts, SubmitOrder submit, OrderAnswers answers)
    : ITakesTender
{
    public async Task<Reply> Handle(Call call)
    {
        var found = await orders.Find(call);
        if (!found.Succeeded)
            return found.Problems;
        if (found.Value.Status is OrderStatus.Processed)
            return await answers.Finalized(call, found.Value);

        // What the shopper did elsewhere since the order was placed may have changed its taxes.
        var named = call.With(RouteNames.Order, found.Value.PublicOrderId);
        if (found.Value.Status is OrderStatus.Open)
        {
            Problem? taxChanged = null;
            var ready = await checkouts.Prepare(
                named,
                null,
                async (order, shop, occasion, cancellation) =>
                {
                    var taxed = await checkouts.Rechecked(Paying(order, occasion), shop, occasion, cancellation);
                    taxChanged = taxed.Succeeded ? taxed.Value.Changed : null;
                    return taxed.Map(now => now.Order);
                }
            );
            if (!ready.Succeeded)
                return ready.Problems;
            if (taxChanged is not null)
                return taxChanged;
        }

        var submitted = await submit.Run(call.ShopIdentifier, found.Value.PublicOrderId, call.Actor, call.Cancellation);
        return submitted is { Succeeded: true, Value.Refused.IsEmpty: true } ? await answers.Finalized(call, submitted.Value.Order)
            : submitted.Succeeded ? submitted.Value.Refused
            : submitted.Problems;
    }

    /// <summary>The same order unless the shopper brought another card for a declined one.</summary>
    private static Order Paying(Order order, Occasion occasion) =>
        order.Payments.Any(p => p.Transactions.IsEmpty) ? DropDeclined.Decide(order, occasion) : order;
}

/// <summary>Finds the order that a call names by number.</summary>
public sealed class NumberedOrder(IOrderStore store, IOrderLookup lookup)
{
    public async Task<Result<Order>> Find(Call call)
    {
        if (!long.TryParse(call.Route(BigCommerceRoutes.OrderId), out var number) || number <= 0)
            return NoSuchOrder();
        var id = call.BoundOrderId ?? await lookup.FindByOrderId(call.ShopIdentifier, number, call.Cancellation);
        var stored = id is null ? null : await store.Load(id, call.Cancellation);
        if (stored is null || stored.Order.ShopIdentifier != call.ShopIdentifier)
            return NoSuchOrder();
        return stored.Order.OrderId == number ? stored.Order
            : call.BoundOrderId is not null ? Refusals.InvalidJwt
            : NoSuchOrder();
    }

    private static Problem NoSuchOrder() => Problem.NotFound("There is no such order.") with { Field = "orderId" };
}

/// <summary>Orders as this API answers with them.</summary>
public sealed class OrderAnswers(ShopperTokens tokens, Checkouts checkouts)
{
    public async Task<Reply> Placed(Call call, Order order, GatewaySettings? gateway) =>
        Reply.Of(new PlacedOrderAnswer(Meta.Of(order), new PlacedOrder(await Body(call, order, gateway)))) with
        {
            Status = StatusCodes.Status201Created,
        };

    public async Task<Reply> Found(Call call, Order order) =>
        SdkApi.IsAskedFor(call)
            ? Reply.Of(new SdkOrder(order, call.Shop, Checkouts.Origin(call), await checkouts.Certificates(call, order)))
            : Reply.Of(new PlacedOrderAnswer(Meta.Of(order), new PlacedOrder(await Body(call, order, null))));

    public async Task<Reply> Finalized(Call call, Order order) => Reply.Of(await Body(call, order, null));

    private async Task<OrderBody> Body(Call call, Order order, GatewaySettings? chosen)
    {
        var gateway =
            order.Payments.FirstOrDefault(p => p.Type != PaymentTypes.GiftCard)?.GatewayPublicId
            ?? chosen?.PublicId
            ?? (order.IsFinal ? null : PaymentMethod.Gateways(call.Shop).FirstOrDefault()?.PublicId);
        var payment = gateway is null
            ? null
            : new OrderPayment(
                gateway,
                order.Status is OrderStatus.Open ? PaymentPage.Address(call.Http.Request, order, await tokens.Of(call, order)) : null,
                order.ResumableLink,
                OrderStatuses.OfPayment(order),
                HelpText: null
            );
        return new OrderBody(order, call.Shop, Checkouts.Origin(call), payment);
    }
}

public sealed record PlaceOrderRequest(string? CustomerMessage, PlaceOrderPayment? Payment);

/// <param name="Name">A payment method's id.</param>
/// <param name="Nonce">What the gateway made of the shopper's card: the payment is made with it at once.</param>
/// <param name="PaymentData">Where today's API has the nonce.</param>
public sealed record PlaceOrderPayment(string? Name, string? Nonce, PaymentNonce? PaymentData);

public sealed record PaymentNonce(string? Nonce);
