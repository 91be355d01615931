using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Journeys.CreateOrder;

/// <summary>
/// Turns requested payments into payments on the order. Each must be a saved method of the order's authorized customer
/// (docs/contract/create-order.md#body).
/// </summary>
public sealed class ResolvePayments(IGiftCards giftCards, IIdSource ids)
{
    /// <param name="record">What the shop keeps of the order's customer.</param>
    public async Task<Result<ImmutableArray<Payment>>> For(
        Order order,
        Shop shop,
        CustomerRecord? record,
        ImmutableArray<RequestedPayment> requested,
        CancellationToken cancellation
    )
    {
        if (requested.IsEmpty)
            return ImmutableArray<Payment>.Empty;
        if (order.Customer is not { IsAuthenticated: true, PublicId: not null } customer)
            return Problem.Invalid(
                "customer",
                "payments need an authorized customer: customer.public_id or customer.platform_id.",
                "customer"
            );
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var payments = ImmutableArray.CreateBuilder<Payment>(requested.Length);
        for (var i = 0; i < requested.Length; i++)
        {
            var payment = Resolve(order, shop, requested[i], record, customer, i);
            if (payment.Succeeded)
                payments.Add(await Limited(shop, payment.Value, cancellation));
            else
                problems.AddRange(payment.Problems);
        }

        return problems.Count > 0 ? problems.ToImmutable() : payments.ToImmutable();
    }

    private Result<Payment> Resolve(
        Order order,
        Shop shop,
        RequestedPayment requested,
        CustomerRecord? record,
        Customer customer,
        int position
    )
    {
        if (Refuse(requested, customer, position) is { } refused)
            return refused;
        var methodId = requested.PublicPaymentMethodId ?? record?.DefaultPaymentMethodId;
        var method = record?.PaymentMethods.FirstOrDefault(m => m.PublicId == methodId);
        var field = requested.PublicPaymentMethodId is null ? "public_customer_id" : "public_payment_method_id";
        if (method is null)
            return Problem.Invalid(field, $"payments[{position}].{field}: the customer has no such saved payment method.");
        if (!IsChargedIn(order.Currency.Code, method, shop))
            return Problem.Invalid(
                field,
                $"payments[{position}].{field}: its gateway does not charge in {order.Currency.Code}.",
                "currency"
            );
        return With(method, order) with { RequestedAmount = requested.Amount };
    }

    /// <summary>What is wrong with the request itself; null when it names a method of the order's customer.</summary>
    private static Problem? Refuse(RequestedPayment requested, Customer customer, int position)
    {
        if (requested.Amount is <= 0)
            return Problem.Invalid("amount", $"payments[{position}].amount: must be more than 0.");
        if (requested.PublicPaymentMethodId is null && requested.PublicCustomerId is null)
            return Problem.Invalid(
                "public_payment_method_id",
                $"payments[{position}]: name a public_payment_method_id or a public_customer_id."
            );
        return requested.PublicCustomerId is { } owner && owner != customer.PublicId
            ? Problem.Invalid("public_customer_id", $"payments[{position}].public_customer_id: is not the order's customer.")
            : null;
    }

    /// <summary>In a currency other than the shop's, a method counts only at a gateway that is set up for it.</summary>
    private static bool IsChargedIn(string currency, SavedPaymentMethod method, Shop shop) =>
        currency == shop.Currency || (shop.Gateway(method.GatewayPublicId) is { } gateway && shop.Charges(gateway, currency));

    private Payment With(SavedPaymentMethod method, Order order) =>
        new()
        {
            Id = ids.PublicId(),
            GatewayPublicId = method.GatewayPublicId,
            Token =
                method.Type == PaymentTypes.GiftCard && !GiftCardCode.IsReference(method.Token)
                    ? GiftCardCode.ReferenceOf(method.Token)
                    : method.Token,
            Currency = order.Currency.Code,
            Type = method.Type,
            Brand = method.Brand,
            LastFour = method.LastFour,
            Expiration = method.Expiration,
            DisplayString = method.Type == PaymentTypes.GiftCard ? "Gift card" : $"{method.Brand} {method.LastFour}".Trim(),
            PublicPaymentMethodId = method.PublicId,
            CreatedAt = order.CreatedAt,
        };

    private async Task<Payment> Limited(Shop shop, Payment payment, CancellationToken cancellation) =>
        payment.Type == PaymentTypes.GiftCard
            ? payment with
            {
                Limit = (await giftCards.Find(shop.Identifier, payment.Token, cancellation))?.Balance ?? 0,
            }
            : payment;
}
