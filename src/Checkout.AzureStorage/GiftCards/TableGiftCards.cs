using Azure;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Faults;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.AzureStorage.GiftCards;

/// <summary>
/// Cards in table <c>giftcards</c>, a partition each (rows <c>balance</c>, <c>move-…</c>, <c>log-…</c>), and for people a
/// partition of the shop's own (<see cref="GiftCardLists"/>). A code is as good as money, so only its hash is stored.
/// </summary>
public sealed class TableGiftCards(CheckoutTables tables, TimeProvider time, ICrashPoints crash) : IGiftCards, IGiftCardLedger
{
    private const string BalanceRow = "balance";
    private const string Claim = "claim";
    private const int PublicIdLength = 64;

    private readonly CountedMoves moves = new(tables.GiftCards, BalanceRow, time);
    private readonly GiftCardLists lists = new(tables.GiftCards);

    public async Task<GiftCard?> Find(string shop, string code, CancellationToken cancellation)
    {
        var read = await tables.GiftCards.GetEntityIfExistsAsync<TableEntity>(
            Partition(shop, code),
            BalanceRow,
            cancellationToken: cancellation
        );
        return read is { HasValue: true, Value: { } row } ? GiftCardRow.Read(row, code) : null;
    }

    public Task<GiftCard?> FindById(string shop, string id, CancellationToken cancellation) =>
        Find(shop, GiftCardCode.ReferenceTo(id), cancellation);

    public async Task<bool> Move(string shop, string code, string moveId, long amount, CancellationToken cancellation)
    {
        crash.Reach(CrashPoint.BeforeGiftCardMove);
        var moved = await moves.Move(Partition(shop, code), moveId, amount, cancellation);
        if (amount != 0 && moved is { Outcome: MoveOutcome.Moved, Counter.Row: { } row })
            await lists.Show(shop, GiftCardRow.Read(row, code) with { Balance = moved.Total }, row, cancellation);
        crash.Reach(CrashPoint.AfterGiftCardMove);
        return moved.Outcome is MoveOutcome.Moved;
    }

    public Task<long?> Moved(string shop, string code, string moveId, CancellationToken cancellation) =>
        moves.Moved(Partition(shop, code), moveId, cancellation);

    /// <summary>A card that is there already keeps its balance: issuing again is harmless.</summary>
    public async Task Issue(string shop, GiftCard card, CancellationToken cancellation)
    {
        var row = NewRow(shop, card, emailAddress: null);
        if (await AddCard(row, cancellation))
            await lists.Show(shop, GiftCardRow.Read(row, card.Code), row, cancellation);
    }

    public async Task<Result<string>> Issue(
        string shop,
        GiftCard card,
        string claim,
        string request,
        string? emailAddress,
        CancellationToken cancellation
    )
    {
        var row = NewRow(shop, card, emailAddress);
        row[Claim] = TableKey.Hash(claim);
        var claimed = await lists.Claim(shop, claim, request, GiftCardRow.Read(row, card.Code), row, cancellation);
        if (claimed.Request != request)
            return Problem.Invalid("idempotent_key", "The key was used before with another request.", "idempotency_mismatch");

        // Another call had the claim and may have died before its card was there.
        row.PartitionKey = Partition(shop, GiftCardCode.ReferenceTo(claimed.Id));
        if (await AddCard(row, cancellation) || await HasClaim(row, cancellation))
            return claimed.Id;
        await lists.Drop(shop, claim, GiftCardRow.Read(row, card.Code), row, cancellation);
        return Problem.Invalid("code", "There is a gift card with that code already.", "not_allowed");
    }

    public Task<PageOf<GiftCard>> List(string shop, PageRequest page, CancellationToken cancellation) =>
        lists.All(shop, page, cancellation);

    public Task<PageOf<GiftCard>> ListByLastFour(string shop, string lastFour, PageRequest page, CancellationToken cancellation) =>
        lists.ByLastFour(shop, lastFour, page, cancellation);

    public Task<PageOf<GiftCard>> ListByEmail(string shop, string emailAddress, PageRequest page, CancellationToken cancellation) =>
        lists.ByEmail(shop, emailAddress, page, cancellation);

    public async Task<Result<GiftCard>> Change(string shop, string id, GiftCardChange change, CancellationToken cancellation)
    {
        var code = GiftCardCode.ReferenceTo(id);
        var isDisabling = change.Kind == GiftCardChange.Disable;
        var changed = await moves.Change(
            Partition(shop, code),
            change.Id,
            TableKey.Hash(isDisabling ? change.Kind : change.ToString()),
            counter => change.AmountToAdd(counter.Total, counter.Row.ContainsKey(CountedMoves.Closed)).Map(amount => Edit(change, amount)),
            cancellation
        );
        if (changed is not { } made)
            return Problem.NotFound("There is no such gift card.");
        if (!made.Succeeded)
            return made.Cast<GiftCard>();
        var card = GiftCardRow.Read(made.Value.Row, code);
        await lists.Show(shop, card, made.Value.Row, cancellation);
        return card;
    }

    public async Task<PageOf<GiftCardMove>> Moves(string shop, string id, PageRequest page, CancellationToken cancellation)
    {
        var logged = await moves.Log.Read(Partition(shop, GiftCardCode.ReferenceTo(id)), page, cancellation);
        return new PageOf<GiftCardMove>([.. logged.Items.Select(Shown)], logged.Next);
    }

    public Task ForgetEmail(string shop, string emailHash, CancellationToken cancellation) =>
        lists.ForgetEmail(shop, emailHash, cancellation);

    private static string Partition(string shop, string code) => $"{TableKey.Of(shop)}|{GiftCardCode.HashOf(code)}";

    private TableEntity NewRow(string shop, GiftCard card, string? emailAddress) =>
        GiftCardRow.Of(
            Partition(shop, card.Code),
            BalanceRow,
            card with
            {
                IssuedAt = time.GetUtcNow(),
                InitialAmount = card.Balance,
                LastFour = GiftCardCode.IsReference(card.Code) ? card.LastFour : GiftCardCode.LastFour(card.Code),
            },
            emailAddress
        );

    /// <summary>False when there is a card already.</summary>
    private async Task<bool> AddCard(TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await tables.GiftCards.SubmitTransactionAsync(
                [new(TableTransactionActionType.Add, row), moves.Log.First(row.PartitionKey, row.GetInt64(CountedMoves.Amount)!.Value)],
                cancellation
            );
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status == 409)
        {
            return false;
        }
    }

    private async Task<bool> HasClaim(TableEntity row, CancellationToken cancellation)
    {
        var read = await tables.GiftCards.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, BalanceRow, [Claim], cancellation);
        return read is { HasValue: true, Value: { } there } && there.GetString(Claim) == row.GetString(Claim);
    }

    private CountedChange Edit(GiftCardChange change, long amount) =>
        new(amount, change.Kind, change.Reason)
        {
            Columns =
                change.Kind == GiftCardChange.Disable
                    ? new Dictionary<string, object?>(StringComparer.Ordinal) { [CountedMoves.Closed] = time.GetUtcNow() }
                    : new Dictionary<string, object?>(StringComparer.Ordinal),
        };

    /// <summary>The moves of a payment have the order's id in front.</summary>
    private static GiftCardMove Shown(LoggedMove move)
    {
        var kind = move.Kind switch
        {
            MoveLog.Out => "charge",
            MoveLog.Back => "refund",
            var byHand => byHand,
        };
        var isOfOrder = kind != move.Kind && move.MoveId.Length > PublicIdLength;
        return new GiftCardMove(move.At, kind, move.Amount, isOfOrder ? move.MoveId[..PublicIdLength] : null, move.Reason);
    }
}
