using Checkout.Changing.MetaData;
using Checkout.Changing.Placing;
using Checkout.Http.Frame;
using Checkout.Journeys.Submitting;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce;

/// <summary>
/// Places the order. Payments that cover it, or a nonce, settle it at once; otherwise the answer sends the shopper to the
/// gateway's page, and PUT /orders/{orderId} finishes what was paid for there. Taxes of something else than the order holds
/// are calculated again, and the order is refused when its total is another one then.
/// </summary>
public sealed class PlaceOrderEndpoint(Checkouts checkouts, SubmitOrder submit, FindTender tenders, OrderAnswers answers, IIdSource ids)
    : ITakesTender
{
    internal const int LongestMessage = 5000;

    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<PlaceOrderRequest>()).Then(Check);
        if (!read.Succeeded)
            return read.Problems;
        var placed = await Place(call, read.Value.Message, read.Value.Payment);
        return placed.Succeeded ? await answers.Placed(call, placed.Value.Order, placed.Value.Gateway) : placed.Problems;
    }

    /// <summary>The order, final when what is on it pays for it; open when the shopper has still to pay on the gateway's page.</summary>
    internal async Task<Result<(Order Order, GatewaySettings? Gateway)>> Place(Call call, string? message, PlaceOrderPayment? payment)
    {
        var gateway = payment is null ? null : PaymentMethod.Named(call.Shop, payment.Name!);
        if (payment is not null && gateway is null)
            return Problem.Invalid("payment", "payment.name is none of the checkout's payment methods.", "payment_type_not_supported");

        var offered = Offered(gateway, payment);
        Problem? taxChanged = null;
        PluginEvent? added = offered is null ? (PluginEvent?)null : PluginEventNames.PaymentAdded;
        var ready = await checkouts.Prepare(
            call,
            added,
            async (order, shop, occasion, cancellation) =>
            {
                // Asked for again, perhaps since the answer was lost: it is placed, and what this call offers is not taken.
                if (order.Status is OrderStatus.Processed)
                    return order;
                var taxed = await checkouts.Rechecked(order, shop, occasion, cancellation);
                taxChanged = taxed.Succeeded ? taxed.Value.Changed : null;
                return !taxed.Succeeded ? taxed.Cast<Order>()
                    : taxChanged is not null ? taxed.Value.Order
                    : await Prepare(taxed.Value.Order, shop, message, offered, gateway, occasion, cancellation);
            }
        );
        if (!ready.Succeeded)
            return ready.Problems;
        if (taxChanged is not null)
            return taxChanged;
        return ready.Value.Status is OrderStatus.Processed || !OrderStatuses.IsCovered(ready.Value)
            ? (ready.Value, gateway)
            : await Submit(call, gateway);
    }

    private static OfferedPayment? Offered(GatewaySettings? gateway, PlaceOrderPayment? payment) =>
        gateway is not null && (payment?.Nonce ?? payment?.PaymentData?.Nonce) is { Length: > 0 } nonce
            ? new OfferedPayment(gateway.PublicId, nonce)
            : null;

    private async Task<Result<(Order Order, GatewaySettings? Gateway)>> Submit(Call call, GatewaySettings? gateway)
    {
        var submitted = await submit.Run(call.ShopIdentifier, call.OrderId, call.Actor, call.Cancellation);
        return submitted is { Succeeded: true, Value.Refused.IsEmpty: true } ? (submitted.Value.Order, gateway)
            : submitted.Succeeded ? submitted.Value.Refused
            : submitted.Problems;
    }

    /// <summary>
    /// Refused, with nothing written: all that would keep the order from being placed once it is paid, or payments that
    /// do not cover it while no gateway is named.
    /// </summary>
    private async ValueTask<Result<Order>> Prepare(
        Order order,
        Shop shop,
        string? message,
        OfferedPayment? offered,
        GatewaySettings? gateway,
        Occasion occasion,
        CancellationToken cancellation
    )
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

        return next.Then(priced =>
        {
            var problems =
                gateway is not null && offered is null
                    ? SubmitRules.CheckUnpaid(priced, shop, occasion)
                    : SubmitRules.Check(priced, shop, occasion);
            return problems.IsEmpty ? priced.Record("order.placed", occasion) : Result<Order>.Refused(problems);
        });
    }

    private static Result<(string? Message, PlaceOrderPayment? Payment)> Check(PlaceOrderRequest body) =>
        new Fields()
            .Text("customerMessage", body.CustomerMessage, LongestMessage)
            .Check(body.Payment is null || body.Payment.Name is { Length: > 0 }, "payment", "payment.name is required.", "required")
            .Then(() => (body.CustomerMessage, body.Payment));
}
