using Checkout.Http.Frame;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.Http.Administration.GiftCards;

/// <summary>Adds to the balance of a card or takes off it: one read, one group write, and one write for the lists.</summary>
public sealed class AdjustGiftCardEndpoint(IGiftCardLedger cards, IIdSource ids, TimeProvider time) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = await call.Read<AdjustGiftCardRequest>();
        if (!read.Succeeded)
            return read.Problems;
        var (amount, reason, key) = read.Value;
        var fields = new Fields()
            .Required("amount", (object?)amount)
            .Range("amount", amount, -GiftCardChange.HighestBalance, GiftCardChange.HighestBalance)
            .Check(amount is not 0, "amount", "amount must not be 0.", "out_of_range")
            .Required("reason", reason)
            .Text("idempotent_key", key);
        if (!fields.AreFine)
            return fields.Problems;
        var change = new GiftCardChange(
            key is { Length: > 0 } ? $"key-{key}" : $"hand-{ids.Ulid()}",
            GiftCardChange.Adjust,
            amount!.Value,
            reason!
        );
        var changed = await cards.Change(call.Route(RouteNames.Shop), call.Route(AdministrationRoutes.Id), change, call.Cancellation);
        return Reply.Of(changed, card => GiftCardState.Of(card, time.GetUtcNow()));
    }
}

/// <param name="Amount">Minor units to add; below zero takes them off.</param>
/// <param name="IdempotentKey">The same again is the same change, made once.</param>
public sealed record AdjustGiftCardRequest(long? Amount, string? Reason, string? IdempotentKey);
