using Azure;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Faults;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.AzureStorage.GiftCards;

/// <summary>
/// Cards in table <c>giftcards</c>, a partition each. A code is as good as money, so only its hash is stored.
/// </summary>
public sealed class TableGiftCards(CheckoutTables tables, TimeProvider time, ICrashPoints crash) : IGiftCards
{
    private const string BalanceRow = "balance";

    private readonly CountedMoves moves = new(tables.GiftCards, BalanceRow, time);

    public async Task<GiftCard?> Find(string shop, string code, CancellationToken cancellation)
    {
        var read = await tables.GiftCards.GetEntityIfExistsAsync<TableEntity>(
            Partition(shop, code),
            BalanceRow,
            cancellationToken: cancellation
        );
        return read is { HasValue: true, Value: { } row }
            ? new GiftCard(
                code,
                row.GetString("currency"),
                row.GetInt64(CountedMoves.Amount)!.Value,
                row.GetDateTimeOffset("expires"),
                row.GetDateTimeOffset("purchased")
            )
            : null;
    }

    public async Task<bool> Move(string shop, string code, string moveId, long amount, CancellationToken cancellation)
    {
        crash.Reach(CrashPoint.BeforeGiftCardMove);
        var moved = await moves.Move(Partition(shop, code), moveId, amount, cancellation) is MoveOutcome.Moved;
        crash.Reach(CrashPoint.AfterGiftCardMove);
        return moved;
    }

    public Task<long?> Moved(string shop, string code, string moveId, CancellationToken cancellation) =>
        moves.Moved(Partition(shop, code), moveId, cancellation);

    /// <summary>A card that is there already keeps its balance: issuing again is harmless.</summary>
    public async Task Issue(string shop, GiftCard card, CancellationToken cancellation)
    {
        var row = new TableEntity(Partition(shop, card.Code), BalanceRow)
        {
            [CountedMoves.Amount] = card.Balance,
            ["currency"] = card.Currency,
            ["expires"] = card.ExpiresAt,
            ["purchased"] = card.PurchasedAt,
            ["issued"] = time.GetUtcNow(),
        };
        try
        {
            await tables.GiftCards.AddEntityAsync(row, cancellation);
        }
        catch (RequestFailedException fault) when (fault.Status == 409)
        {
            // Issued before.
        }
    }

    private static string Partition(string shop, string code) => $"{TableKey.Of(shop)}|{GiftCardCode.HashOf(code)}";
}
