using Checkout.Customers;
using Checkout.Http.Contracts;
using Checkout.Http.Orders;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Plugins;
using Checkout.Shops;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Payments;

public sealed class GetPaymentsEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<IResult> Handle(Call call) => Answers.Of(await orders.Read(call), PaymentsAnswer.Of);
}

/// <summary>Puts a payment on the order. Nothing is authorized before process_order.</summary>
public sealed class AddPaymentEndpoint(ShopperOrder orders, FindTender tenders, IIdSource ids) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var read = (await call.Read<PaymentBody>()).Then(PaymentBody.Check);
        if (!read.Succeeded)
            return Answers.Refused(read.Problems);
        KnownTender? tender = null;
        var changed = await orders.Change(call, PluginEventNames.PaymentAdded, async (order, shop, occasion, cancellation) =>
        {
            if (order.ClosedBecause is { } closed)
                return closed;
            tender ??= await tenders.For(order, shop, read.Value, cancellation);
            return AddPayment.Decide(order, shop, read.Value, tender, occasion, ids);
        });
        return Answers.Of(changed, order => PaymentAnswer.Of(order, read.Value.Token));
    }
}

/// <summary>Changes the amount of the payment with that token.</summary>
public sealed class UpdatePaymentEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var read = (await call.Read<PaymentBody>()).Then(PaymentBody.CheckKnown);
        if (!read.Succeeded)
            return Answers.Refused(read.Problems);
        var changed = await orders.Change(call, (order, _, occasion) => AddPayment.Update(order, read.Value.Token!, read.Value.Amount, occasion));
        return Answers.Of(changed, order => PaymentAnswer.Of(order, read.Value.Token!));
    }
}

/// <summary>Takes the payment with that token off; one that holds money is voided first.</summary>
public sealed class DeletePaymentEndpoint(RemovePayment remove) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var read = (await call.Read<PaymentBody>()).Then(PaymentBody.CheckKnown);
        if (!read.Succeeded)
            return Answers.Refused(read.Problems);
        return Answers.Of(await remove.Run(call, read.Value.Token!), PaymentsAnswer.Of);
    }
}

/// <summary>Takes a gift card off, by the id of its payment.</summary>
public sealed class DeleteGiftCardPaymentEndpoint(RemovePayment remove) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var read = (await call.Read<GiftCardPaymentBody>()).Then(body => new Fields().Required("id", body.Id).Then(() => body.Id!));
        if (!read.Succeeded)
            return Answers.Refused(read.Problems);
        return Answers.Of(await remove.Run(call, read.Value, PaymentTypes.GiftCard), StateOnly.Of);
    }
}

/// <summary>Forgets a method that the order's customer has saved: the order says whose it is, and the method is a row of its own.</summary>
public sealed class DeleteSavedPaymentEndpoint(ShopperOrder orders, ICustomerStore customers) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var order = await orders.Read(call);
        if (!order.Succeeded)
            return Answers.Refused(order.Problems);
        return order.Value.Customer is { IsAuthenticated: true, PublicId: { } publicId } customer
            && await customers.Forget(call.ShopIdentifier, publicId, customer.KnownPlatformId, call.Route(StorefrontRoutes.PublicId), call.Cancellation)
                ? Answers.Data(StateOnly.Of(order.Value))
                : Answers.Refused(Problem.Invalid("public_id", "The customer has no such saved payment method.", "payment"));
    }
}

/// <summary>Takes a payment off the order, voiding what it holds. That is three more storage transactions, and a gateway call.</summary>
public sealed class RemovePayment(ShopperOrder orders, MoneyCalls money)
{
    public async Task<Result<Order>> Run(Call call, string token, string? type = null)
    {
        string? holding = null;
        var removed = await orders.Change(call, Decide);
        if (removed.Succeeded || holding is null || orders.IsBatch)
            return removed;
        var voided = await money.Run(
            call.ShopIdentifier,
            call.OrderId,
            new MoneyRequest(MoneyOperationKind.Void) { PaymentId = holding, Actor = call.Actor, Reason = "The shopper took the payment off." },
            call.Cancellation);
        return voided.Succeeded ? await orders.Change(call, Decide) : voided.Cast<Order>();

        Result<Order> Decide(Order order, Shop shop, Occasion occasion)
        {
            var payment = AddPayment.Find(order, token);
            if (order.ClosedBecause is null && type is not null && payment is not null && payment.Type != type)
                return Problem.Invalid("id", "The payment is no gift card.", "payment");
            holding = order.ClosedBecause is null && payment is not null && AddPayment.Holds(payment) ? payment.Id : null;
            return AddPayment.Remove(order, token, occasion);
        }
    }
}
