using System.Security.Cryptography;
using System.Text;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Stores;

namespace Checkout.Gateways.GiftCards;

/// <summary>
/// The gateway of gift cards (driver <c>gift_card</c>): an authorization takes the money from the card at once, a void or
/// refund puts it back, each under its idempotency key as the move's id, so that it happens once. A capture moves
/// nothing and is remembered as a move of nothing. What may be captured and put back the order's own ledger says: the
/// cards live beside it, in the same store.
/// </summary>
public sealed class GiftCardGateway(IGiftCards cards, TimeProvider clock) : IPaymentGateway
{
    public const string DriverName = "gift_card";

    /// <summary>
    /// Declined: invalid_gift_card, invalid_gift_card_currency, gift_card_expired, gift_card_disabled, insufficient_funds,
    /// idempotency_mismatch.
    /// </summary>
    public async Task<GatewayOutcome> Authorize(GatewayAuthorization authorization, CancellationToken cancellation)
    {
        if (await cards.Find(authorization.ShopIdentifier, authorization.Token, cancellation) is not { } card)
            return GatewayOutcome.Declined("invalid_gift_card", "There is no such gift card.");
        if (authorization.Amount <= 0)
            return GatewayOutcome.Declined("invalid_amount", "The amount must be positive.");
        var (shop, key) = (authorization.ShopIdentifier, authorization.IdempotencyKey);
        var unfit = WhyNot(card, authorization);

        // A refusal is kept as a move of nothing, so that the key stays refused: a host that was paused asks with it again when
        // the card may have the money, and nobody would know of what it took.
        if (unfit is null && !await cards.Move(shop, card.Code, key, authorization.Amount, cancellation))
            await cards.Move(shop, card.Code, key, 0, cancellation);
        var taken = await cards.Moved(shop, card.Code, key, cancellation);
        return taken == authorization.Amount ? Took(card, key)
            : taken is null or 0 ? unfit ?? TooLittle()
            : GatewayOutcome.Declined(GatewayCodes.IdempotencyMismatch, "The key was used before with another amount.");
    }

    public Task<GatewayOutcome> Capture(GatewayMovement capture, CancellationToken cancellation) => Move(capture, 0, cancellation);

    public Task<GatewayOutcome> Void(GatewayMovement @void, CancellationToken cancellation) => Move(@void, -@void.Amount, cancellation);

    public Task<GatewayOutcome> Refund(GatewayMovement refund, CancellationToken cancellation) =>
        Move(refund, -refund.Amount, cancellation);

    public Task<GatewayOutcome> Confirm(GatewayConfirmation confirmation, CancellationToken cancellation) =>
        Task.FromResult(GatewayOutcome.Declined("invalid_reference", "A gift card needs no confirmation."));

    public async Task<GatewayOutcome?> LookUp(GatewayLookUp lookUp, CancellationToken cancellation) =>
        await cards.Moved(lookUp.ShopIdentifier, lookUp.Token, lookUp.IdempotencyKey, cancellation) switch
        {
            null => null,
            0 when lookUp.Kind is TransactionKind.Authorize => TooLittle(),
            _ => GatewayOutcome.Succeeded(Reference(lookUp.IdempotencyKey)),
        };

    private GatewayOutcome? WhyNot(GiftCard card, GatewayAuthorization authorization) =>
        !string.Equals(card.Currency, authorization.Currency, StringComparison.OrdinalIgnoreCase)
            ? GatewayOutcome.Declined("invalid_gift_card_currency", $"The gift card is in {card.Currency}.")
        : card.ExpiresAt <= clock.GetUtcNow() ? GatewayOutcome.Declined("gift_card_expired", "The gift card has expired.")
        : card.DisabledAt is not null ? GatewayOutcome.Declined("gift_card_disabled", "The gift card is disabled.")
        : null;

    private static GatewayOutcome TooLittle() =>
        GatewayOutcome.Declined(GatewayCodes.InsufficientFunds, "The balance of the gift card is too small.");

    private async Task<GatewayOutcome> Move(GatewayMovement movement, long amount, CancellationToken cancellation)
    {
        if (movement.Amount <= 0)
            return GatewayOutcome.Declined("invalid_amount", "The amount must be positive.");

        // Only a card that is gone refuses to take money back.
        return await cards.Move(movement.ShopIdentifier, movement.Token, movement.IdempotencyKey, amount, cancellation)
            ? GatewayOutcome.Succeeded(Reference(movement.IdempotencyKey))
            : GatewayOutcome.Declined("invalid_gift_card", "There is no such gift card.");
    }

    private static GatewayOutcome Took(GiftCard card, string key) =>
        GatewayOutcome.Succeeded(Reference(key)) with
        {
            Brand = "gift_card",
            LastFour = GiftCardCode.IsReference(card.Code) ? null : GiftCardCode.LastFour(card.Code),
        };

    /// <summary>Never the card's code: who knows it can spend it, and references are shown.</summary>
    private static string Reference(string key) =>
        "gift_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 12));
}
