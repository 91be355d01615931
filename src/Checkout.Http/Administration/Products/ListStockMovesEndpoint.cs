using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Stores;

namespace Checkout.Http.Administration.Products;

/// <summary>What made the stock of a product what it is, newest first: one storage transaction.</summary>
public sealed class ListStockMovesEndpoint(IStockLedger stock) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var page = call.Page();
        if (!page.Succeeded)
            return page.Problems;
        var moves = await stock.Moves(call.Route(RouteNames.Shop), call.Route(AdministrationRoutes.Id), page.Value, call.Cancellation);
        return Reply.Of(
            new StockMovesData(
                [
                    .. moves.Items.Select(move => new StockMoveState(
                        move.At,
                        move.Kind,
                        move.Quantity,
                        move.OnHand,
                        move.Reason,
                        move.PublicOrderId
                    )),
                ],
                Paging.CursorOf(moves.Next)
            )
        );
    }
}

/// <param name="Kind">sale, return, set, adjust, or low_stock_at where only that was changed.</param>
/// <param name="Quantity">Units that came; below zero when they went.</param>
/// <param name="OnHand">Units afterwards; null for units that went back and were not counted in yet.</param>
/// <param name="PublicOrderId">The order that took or returned them; null for a change by hand.</param>
public sealed record StockMoveState(DateTimeOffset At, string Kind, long Quantity, long? OnHand, string? Reason, string? PublicOrderId);

/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record StockMovesData(ImmutableArray<StockMoveState> Moves, string? Next);
