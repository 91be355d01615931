using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Payments;

/// <summary>
/// Puts a payment on the order. Nothing is authorized here: process_order does that, for the amount that the order then
/// costs (docs/contract/decisions.md#d26).
/// </summary>
public static class AddPayment
{
    /// <summary>Every movement of every payment is a row of the order's group write, which holds a hundred.</summary>
    public const int MostPayments = 25;
    private const string NotOnOffer = "payment";

    /// <summary>
    /// Refused: an unknown gateway, a token that is a card number (<see cref="CardNumber"/>; the code of a gift card may look
    /// like one), another currency, an amount that is not positive, one payment too many, a gift card that is unknown,
    /// empty, expired, in another currency or already there. The same token again is the same payment, with the new
    /// amount. Payments that were declined make room: otherwise they would be asked for again, in place of the one
    /// offered now.
    /// </summary>
    public static Result<Order> Decide(Order order, Shop shop, OfferedPayment offered, KnownTender tender, Occasion occasion, IIdSource ids)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        if (DeclineLimit.Refuses(order, occasion.At) is { } tried)
            return tried;
        if (shop.Gateway(offered.GatewayPublicId) is not { } gateway)
            return Problem.Invalid("gateway_public_id", "The shop has no such payment gateway.", "payment_type_not_supported");
        if (Refuse(order, gateway, offered) is { } wrong)
            return wrong;

        var isCard = gateway.Driver == PaymentTypes.GiftCard;
        var token = isCard ? GiftCardCode.ReferenceOf(offered.Token) : tender.Saved?.Token ?? offered.Token;
        var open = DropDeclined.Decide(order, occasion);
        var before = Last(open, token, gateway);
        if (isCard && RefuseCard(order, tender.Card, occasion, before) is { } refused)
            return refused;
        if (before is { Transactions.IsEmpty: false })
            return Problem.Order("payment", "The payment is already being used.", "payment");
        if (before is null && open.Payments.Length >= MostPayments)
            return Problem.Order("payment", $"An order has at most {MostPayments} payments.", "too_many");

        var payment =
            before
            ?? new Payment
            {
                Id = ids.PublicId(),
                GatewayPublicId = gateway.PublicId,
                Token = token,
                Currency = order.Currency.Code,
                CreatedAt = occasion.At,
            };
        payment = Describe(Identify(payment, offered, tender.Saved), shop, offered);
        if (isCard)
            payment = IdentifyCard(payment, offered.Token, tender.Card);
        return open.With(payment).Record("payment.added", occasion, offered.Amount, payment.Id);
    }

    /// <summary>The same tender, offered before; null when its hold was released since: that is history.</summary>
    private static Payment? Last(Order order, string token, GatewaySettings gateway) =>
        order.Payments.LastOrDefault(p => p.Token == token && p.GatewayPublicId == gateway.PublicId)
            is { } last
                and not { Status: PaymentStatuses.Voided, HasPending: false, AwaitsShopper: false }
            ? last
            : null;

    private static Problem? Refuse(Order order, GatewaySettings gateway, OfferedPayment offered) =>
        gateway.Driver != PaymentTypes.GiftCard && CardNumber.Resembles(offered.Token) ? CardNumber.Refused()
        : offered.Currency is { Length: > 0 } currency && !string.Equals(currency, order.Currency.Code, StringComparison.OrdinalIgnoreCase)
            ? Problem.Invalid("currency", $"The order is paid in {order.Currency.Code}.", "currency")
        : offered.Amount is <= 0 ? Problem.Invalid("amount", "amount must be more than 0.", "out_of_range")
        : null;

    /// <summary>Which tender it is, as far as that is known before a gateway is asked.</summary>
    private static Payment Identify(Payment payment, OfferedPayment offered, SavedPaymentMethod? saved) =>
        saved is null
            ? payment with
            {
                Type = offered.Type ?? PaymentTypes.CreditCard,
                DisplayString = offered.DisplayString ?? "",
                PublicPaymentMethodId = null,
            }
            : payment with
            {
                Type = saved.Type,
                DisplayString = offered.DisplayString ?? $"{saved.Brand} {saved.LastFour}".Trim(),
                PublicPaymentMethodId = saved.PublicId,
                Brand = saved.Brand,
                LastFour = saved.LastFour,
                Expiration = saved.Expiration,
            };

    private static Payment IdentifyCard(Payment payment, string code, GiftCard? card) =>
        payment with
        {
            Type = PaymentTypes.GiftCard,
            Limit = card?.Balance,
            LastFour = GiftCardCode.LastFour(code),
        };

    private static Payment Describe(Payment payment, Shop shop, OfferedPayment offered) =>
        payment with
        {
            RequestedAmount = offered.Amount,
            Tag = offered.Tag ?? payment.Tag,
            ExternalId = offered.ExternalId,
            WalletPayType = offered.WalletPayType,
            Retain = offered.Retain && shop.Checkout.VaultingEnabled,
            CustomAttributes = offered.CustomAttributes,
            ExtraPaymentData = offered.ExtraPaymentData,
        };

    /// <summary>Another amount for a payment that was not asked for yet; nothing else about it changes.</summary>
    public static Result<Order> Update(Order order, string token, long? amount, Occasion occasion)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        if (Find(order, token) is not { } payment)
            return NoSuchPayment();
        if (amount is <= 0)
            return Problem.Invalid("amount", "amount must be more than 0.", "out_of_range");
        if (!payment.Transactions.IsEmpty)
            return Problem.Order("payment", "The payment is already being used.", "payment");
        return payment.RequestedAmount == amount
            ? order
            : order.With(payment with { RequestedAmount = amount }).Record("payment.changed", occasion, amount, payment.Id);
    }

    /// <summary>
    /// Takes a payment off. One that holds money must be voided first (<see cref="Holds"/>), one whose outcome is not known
    /// yet stays.
    /// </summary>
    public static Result<Order> Remove(Order order, string token, Occasion occasion)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        if (Find(order, token) is not { } payment)
            return NoSuchPayment();
        if (payment.HasPending)
            return Problem.Locked();
        if (Holds(payment) || payment.Captured > 0)
            return Problem.Order("payment", "The payment holds money.", "payment");
        return (order with { Payments = order.Payments.Remove(payment) }).Record("payment.removed", occasion, paymentId: payment.Id);
    }

    /// <summary>
    /// By the token the client knows: the gateway's, the code of a gift card, or the public id of a saved method; else by payment id.
    /// </summary>
    public static Payment? Find(Order order, string token) =>
        token.Length == 0
            ? null
            : order.Payments.LastOrDefault(p => p.Token == token || p.PublicPaymentMethodId == token || IsCard(p, token))
                ?? order.Payment(token);

    /// <summary>By its code, or by what is shown of it.</summary>
    private static bool IsCard(Payment payment, string code) =>
        payment.Type == PaymentTypes.GiftCard
        && (payment.Token == GiftCardCode.ReferenceOf(code) || code == GiftCardCode.Masked(payment.LastFour));

    /// <summary>Money, or what becomes a hold as soon as its shopper confirms it.</summary>
    public static bool Holds(Payment payment) => payment.Held > 0 || payment.AwaitsShopper;

    private static Problem? RefuseCard(Order order, GiftCard? card, Occasion occasion, Payment? before) =>
        card is null || !card.IsValidAt(occasion.At)
            ? Problem.Order("payment", "The gift card is not valid.", NotOnOffer) with
            {
                IsOfTender = true,
            }
        : !string.Equals(card.Currency, order.Currency.Code, StringComparison.OrdinalIgnoreCase)
            ? Problem.Order("payment", $"The gift card is in {card.Currency}.", NotOnOffer)
        : card.Balance <= 0 ? Problem.Order("payment", "The gift card is used up.", NotOnOffer)
        : before is not null ? Problem.Order("payment", "The gift card is already on the order.", NotOnOffer)
        : null;

    private static Problem NoSuchPayment() =>
        Problem.Invalid("token", "The order has no such payment.", "payment") with
        {
            Kind = ProblemKind.NoSuchPart,
        };
}
