using Checkout.Http.Frame;
using Checkout.Stores;

namespace Checkout.Http.Administration.GiftCards;

/// <summary>A card with what happened to it: two storage transactions.</summary>
public sealed class GetGiftCardEndpoint(IGiftCardLedger cards, TimeProvider time) : ISlice
{
    private const int MostMoves = 100;

    public async Task<Reply> Handle(Call call)
    {
        var (shop, id) = (call.Route(RouteNames.Shop), call.Route(AdministrationRoutes.Id));
        if (await cards.FindById(shop, id, call.Cancellation) is not { } card)
            return Problem.NotFound("There is no such gift card.");
        var moves = await cards.Moves(shop, id, new PageRequest(MostMoves), call.Cancellation);
        return Reply.Of(GiftCardWithMoves.Of(card, moves.Items, time.GetUtcNow()));
    }
}
