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
        if (gateway.Driver != PaymentTypes.GiftCard && CardNumber.Resembles(offered.Token))
            return CardNumber.Refused();
        if (
            offered.Currency is { Length: > 0 } currency
            && !string.Equals(currency, order.Currency.Code, StringComparison.OrdinalIgnoreCase)
        )
            return Problem.Invalid("currency", $"The order is paid in {order.Currency.Code}.", "currency");
        if (offered.Amount is <= 0)
            return Problem.Invalid("amount", "amount must be more than 0.", "out_of_range");

        var isCard = gateway.Driver == PaymentTypes.GiftCard;
        var token = isCard ? GiftCardCode.ReferenceOf(offered.Token) : tender.Saved?.Token ?? offered.Token;
        var open = DropDeclined.Decide(order, occasion);
        var before = open.Payments.LastOrDefault(p => p.Token == token && p.GatewayPublicId == gateway.PublicId);

        // A hold that was released since is history.
        if (before is { Status: PaymentStatuses.Voided, HasPending: false, AwaitsShopper: false })
            before = null;
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
        payment = payment with
        {
            RequestedAmount = offered.Amount,
            Limit = tender.Card?.Balance,
            Type = isCard ? PaymentTypes.GiftCard : tender.Saved?.Type ?? offered.Type ?? PaymentTypes.CreditCard,
            DisplayString = offered.DisplayString ?? (tender.Saved is { } saved ? $"{saved.Brand} {saved.LastFour}".Trim() : ""),
            Brand = tender.Saved?.Brand ?? payment.Brand,
            LastFour = tender.Saved?.LastFour ?? (isCard ? GiftCardCode.LastFour(offered.Token) : payment.LastFour),
            Expiration = tender.Saved?.Expiration ?? payment.Expiration,
            PublicPaymentMethodId = tender.Saved?.PublicId,
            Tag = offered.Tag ?? payment.Tag,
            ExternalId = offered.ExternalId,
            WalletPayType = offered.WalletPayType,
            Retain = offered.Retain && shop.Checkout.VaultingEnabled,
            CustomAttributes = offered.CustomAttributes,
            ExtraPaymentData = offered.ExtraPaymentData,
        };
        return open.With(payment).Record("payment.added", occasion, offered.Amount, payment.Id);
    }

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
        card is null || card.ExpiresAt <= occasion.At
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
