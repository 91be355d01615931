using Checkout.Http.Frame;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.Http.Administration.GiftCards;

/// <summary>
/// Disables a card for good: nothing more is taken from it. What orders took before is settled as before, and comes back onto
/// the card when it is refunded. Doing it again changes nothing.
/// </summary>
public sealed class DisableGiftCardEndpoint(IGiftCardLedger cards, TimeProvider time) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = await call.Read<DisableGiftCardRequest>();
        if (!read.Succeeded)
            return read.Problems;
        var fields = new Fields().Required("reason", read.Value.Reason);
        if (!fields.AreFine)
            return fields.Problems;
        var changed = await cards.Change(
            call.Route(RouteNames.Shop),
            call.Route(AdministrationRoutes.Id),
            GiftCardChange.ToDisable(read.Value.Reason!),
            call.Cancellation
        );
        return Reply.Of(changed, card => GiftCardState.Of(card, time.GetUtcNow()));
    }
}

public sealed record DisableGiftCardRequest(string? Reason);
