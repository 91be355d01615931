using Checkout.Customers;
using Checkout.Http.PaymentFrame;
using Checkout.Http.SignIn;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Plugins;
using Checkout.Pricing;
using Checkout.Shops;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.BigCommerce;

/// <summary>
/// Places the order. Payments that cover it, or a nonce, settle it at once; otherwise the answer sends the shopper to the
/// gateway's page, and PUT /orders/{orderId} finishes what he paid for there.
/// </summary>
public sealed class PlaceOrderEndpoint(Checkouts checkouts, SubmitOrder submit, FindTender tenders, OrderAnswers answers, IIdSource ids) : ISlice
{
    internal const int LongestMessage = 5000;

    public async Task<IResult> Handle(Call call)
    {
        var read = (await call.Read<PlaceOrderRequest>()).Then(Check);
        if (!read.Succeeded)
            return Answers.Refused(call.Endpoint, read.Problems);
        var (message, payment) = read.Value;
        var gateway = payment is null ? null : PaymentMethod.Named(call.Shop, payment.Name!);
        if (payment is not null && gateway is null)
            return Answers.Refused(call.Endpoint, [Problem.Invalid("payment", "payment.name is none of the checkout's payment methods.", "payment_type_not_supported")]);

        var nonce = payment?.Nonce ?? payment?.PaymentData?.Nonce;
        var offered = gateway is not null && nonce is { Length: > 0 } ? new OfferedPayment(gateway.PublicId, nonce) : null;
        var ready = await checkouts.Change(call, offered is null ? (PluginEvent?)null : PluginEventNames.PaymentAdded, (order, shop, occasion, cancellation) =>
            Prepare(order, shop, message, offered, gateway, occasion, cancellation));
        if (!ready.Succeeded)
            return Answers.Refused(call.Endpoint, ready.Problems);
        if (!OrderStatuses.IsCovered(ready.Value))
            return await answers.Placed(call, ready.Value, gateway);
        var submitted = await submit.Run(call.ShopIdentifier, call.OrderId, call.Actor, call.Cancellation);
        return submitted.Succeeded
            ? await answers.Placed(call, submitted.Value.Order, gateway)
            : Answers.Refused(call.Endpoint, submitted.Problems);
    }

    /// <summary>Refused, with nothing written: all that would keep the order from being placed once it is paid, or payments that do not cover it while no gateway is named.</summary>
    private async ValueTask<Result<Order>> Prepare(
        Order order, Shop shop, string? message, OfferedPayment? offered, GatewaySettings? gateway, Occasion occasion, CancellationToken cancellation)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        Result<Order> next = gateway is null ? order : DropDeclined.Decide(order, occasion, alsoUnasked: offered is not null);
        if (message is { Length: > 0 })
            next = next.Then(paying => ChangeMetaData.Merge(paying, new MetaDataChange { Notes = message }, occasion));
        if (offered is not null)
        {
            var tender = await tenders.For(order, shop, offered, cancellation);
            next = next.Then(noted => AddPayment.Decide(noted, shop, offered, tender, occasion, ids));
        }

        if (!next.Succeeded)
            return next;
        var taxed = await checkouts.Taxed(next.Value, shop, occasion, cancellation);
        return taxed.Then(priced =>
        {
            var problems = SubmitRules.Check(priced, shop, occasion);
            if (gateway is not null && offered is null)
                problems = problems.RemoveAll(p => p is { Type: "order", Field: "payment" });
            return problems.IsEmpty ? next.Value.Record("order.placed", occasion) : Result<Order>.Refused(problems);
        });
    }

    private static Result<(string? Message, PlaceOrderPayment? Payment)> Check(PlaceOrderRequest body) => new Fields()
        .Text("customerMessage", body.CustomerMessage, LongestMessage)
        .Check(body.Payment is null || body.Payment.Name is { Length: > 0 }, "payment", "payment.name is required.", "required")
        .Then(() => (body.CustomerMessage, body.Payment));
}

/// <summary>
/// An order by its number. A client's call costs two storage transactions, since the number must first lead to the order's
/// partition; a shopper's JWT names the order, so it costs one.
/// </summary>
public sealed class GetPlacedOrderEndpoint(NumberedOrder orders, OrderAnswers answers) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var order = await orders.Find(call);
        return order.Succeeded ? await answers.Found(call, order.Value) : Answers.Refused(call.Endpoint, order.Problems);
    }
}

/// <summary>Finishes an order that was paid on the gateway's page. One that is finished already is answered as it is.</summary>
public sealed class FinalizeOrderEndpoint(NumberedOrder orders, Checkouts checkouts, SubmitOrder submit, OrderAnswers answers) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var found = await orders.Find(call);
        if (!found.Succeeded)
            return Answers.Refused(call.Endpoint, found.Problems);
        if (found.Value.Status is OrderStatus.Processed)
            return await answers.Finalized(call, found.Value);

        // What the shopper did elsewhere since the order was placed may have changed its taxes.
        var named = call.With(RouteNames.Order, found.Value.PublicOrderId);
        if (found.Value.Status is OrderStatus.Open)
        {
            var ready = await checkouts.Change(named, null, (order, shop, occasion, cancellation) => Retaxed(order, shop, occasion, cancellation));
            if (!ready.Succeeded)
                return Answers.Refused(call.Endpoint, ready.Problems);
        }

        var submitted = await submit.Run(call.ShopIdentifier, found.Value.PublicOrderId, call.Actor, call.Cancellation);
        if (submitted.Succeeded)
            return await answers.Finalized(call, submitted.Value.Order);

        // Another call may have finished it meanwhile: both hear that it is done.
        var now = submitted.Problems[0].SubType == Problem.Processed().SubType ? await orders.Find(call) : found;
        return now is { Succeeded: true, Value.Status: OrderStatus.Processed }
            ? await answers.Finalized(call, now.Value)
            : Answers.Refused(call.Endpoint, submitted.Problems);
    }

    /// <summary>The same order where the taxes are right and the shopper brought no other card for a declined one.</summary>
    private async ValueTask<Result<Order>> Retaxed(Order order, Shop shop, Occasion occasion, CancellationToken cancellation)
    {
        var paying = order.Payments.Any(p => p.Transactions.IsEmpty) ? DropDeclined.Decide(order, occasion) : order;
        var taxed = await checkouts.Taxed(paying, shop, occasion, cancellation);
        return taxed.Map(now => OrderPrice.Of(now).Total == OrderPrice.Of(paying).Total && paying.Taxes is not null ? paying : now);
    }
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
public sealed class OrderAnswers(JwtIssuer jwts, Checkouts checkouts)
{
    public async Task<IResult> Placed(Call call, Order order, GatewaySettings? gateway) =>
        Answers.Flat(new PlacedOrderAnswer(Meta.Of(order), new PlacedOrder(await Body(call, order, gateway))), StatusCodes.Status201Created);

    public async Task<IResult> Found(Call call, Order order) => CurrentApi.IsAskedFor(call)
        ? Answers.Flat(new CurrentOrder(order, call.Shop, Checkouts.Origin(call), await checkouts.Certificates(call, order)))
        : Answers.Flat(new PlacedOrderAnswer(Meta.Of(order), new PlacedOrder(await Body(call, order, null))));

    public async Task<IResult> Finalized(Call call, Order order) => Answers.Flat(await Body(call, order, null));

    private async Task<OrderBody> Body(Call call, Order order, GatewaySettings? chosen)
    {
        var gateway = order.Payments.FirstOrDefault(p => p.Type != PaymentTypes.GiftCard)?.GatewayPublicId
            ?? chosen?.PublicId
            ?? (order.IsProcessed ? null : PaymentMethod.Gateways(call.Shop).FirstOrDefault()?.PublicId);
        var payment = gateway is null ? null : new OrderPayment(
            gateway,
            order.Status is OrderStatus.Open ? PaymentPage.Address(call.Http.Request, order, await Jwt(call, order)) : null,
            order.ResumableLink,
            OrderStatuses.OfPayment(order),
            HelpText: null);
        return new OrderBody(order, call.Shop, Checkouts.Origin(call), payment);
    }

    /// <summary>A shopper's own token, so that it lasts no longer for being used here; a client gets a new one for its shopper.</summary>
    private async Task<string> Jwt(Call call, Order order) =>
        call.BoundOrderId is not null && call.Credential is { Length: > 0 } own ? own : await jwts.Issue(order.ShopIdentifier, order.PublicOrderId, call.Cancellation);
}

public sealed record PlaceOrderRequest(string? CustomerMessage, PlaceOrderPayment? Payment);

/// <param name="Name">A payment method's id.</param>
/// <param name="Nonce">What the gateway made of the shopper's card: the payment is made with it at once.</param>
/// <param name="PaymentData">Where today's API has the nonce.</param>
public sealed record PlaceOrderPayment(string? Name, string? Nonce, PaymentNonce? PaymentData);

public sealed record PaymentNonce(string? Nonce);
