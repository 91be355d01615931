using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.AzureStorage.GiftCards;

/// <summary>
/// The cards of a shop in one partition: a copy of each under the time of its issue, one under its last four and one under the
/// hash of the address that it was issued for. A move of a card is shown here right after it; beside them are the claims
/// that make an issue happen once.
/// </summary>
internal sealed class GiftCardLists(TableClient table)
{
    private const string Newest = "new-";
    private const string LastFour = "four-";
    private const string Email = "mail-";
    private const string Id = "id";
    private const string Request = "request";
    private const int MostRows = 100;

    public sealed record Claimed(string Id, string Request);

    public Task<PageOf<GiftCard>> All(string shop, PageRequest page, CancellationToken cancellation) =>
        Page(shop, Newest, page, cancellation);

    public Task<PageOf<GiftCard>> ByLastFour(string shop, string lastFour, PageRequest page, CancellationToken cancellation) =>
        Page(shop, $"{LastFour}{TableKey.Of(lastFour)}|", page, cancellation);

    public Task<PageOf<GiftCard>> ByEmail(string shop, string emailAddress, PageRequest page, CancellationToken cancellation) =>
        Page(shop, $"{Email}{EmailHash.Of(emailAddress)}|", page, cancellation);

    /// <param name="row">The card's own.</param>
    public Task Show(string shop, GiftCard card, TableEntity row, CancellationToken cancellation) =>
        table.SubmitTransactionAsync(Copies(shop, card, row, TableTransactionActionType.UpsertReplace), cancellation);

    /// <summary>The claim with the copies of its card; or the claim of whoever was there before.</summary>
    public async Task<Claimed> Claim(
        string shop,
        string claim,
        string request,
        GiftCard card,
        TableEntity row,
        CancellationToken cancellation
    )
    {
        try
        {
            await table.SubmitTransactionAsync(
                Copies(shop, card, row, TableTransactionActionType.UpsertReplace)
                    .Prepend(
                        new TableTransactionAction(
                            TableTransactionActionType.Add,
                            new TableEntity(Partition(shop), ClaimRow(claim)) { [Id] = card.Id, [Request] = request }
                        )
                    ),
                cancellation
            );
            return new Claimed(card.Id, request);
        }
        catch (RequestFailedException fault) when (fault.Status == 409)
        {
            var there = (await table.GetEntityAsync<TableEntity>(Partition(shop), ClaimRow(claim), cancellationToken: cancellation)).Value;
            return new Claimed(there.GetString(Id), there.GetString(Request));
        }
    }

    /// <summary>Takes back what a claim left that no card could be issued for.</summary>
    public Task Drop(string shop, string claim, GiftCard card, TableEntity row, CancellationToken cancellation) =>
        table.SubmitTransactionAsync(
            Copies(shop, card, row, TableTransactionActionType.Delete)
                .Append(new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(Partition(shop), ClaimRow(claim)))),
            cancellation
        );

    public async Task ForgetEmail(string shop, string emailHash, CancellationToken cancellation)
    {
        var prefix = $"{Email}{emailHash}|";
        while (true)
        {
            var range = await RowRange.Of(table, Partition(shop), prefix, after: null, MostRows, cancellation);
            foreach (var copy in range.Rows)
            {
                var own = new TableEntity($"{TableKey.Of(shop)}|{copy.GetString(Id)}", "balance");
                var read = await table.GetEntityIfExistsAsync<TableEntity>(own.PartitionKey, own.RowKey, cancellationToken: cancellation);
                if (read is { HasValue: true, Value: { } card } && card.Remove("email_hash"))
                    await table.UpdateEntityAsync(card, card.ETag, TableUpdateMode.Replace, cancellation);
                await table.DeleteEntityAsync(copy.PartitionKey, copy.RowKey, ETag.All, cancellation);
            }

            if (range.IsLast)
                return;
        }
    }

    private async Task<PageOf<GiftCard>> Page(string shop, string prefix, PageRequest page, CancellationToken cancellation)
    {
        var range = await RowRange.Of(table, Partition(shop), prefix, page.After, page.Limit, cancellation);
        return new PageOf<GiftCard>(
            [.. range.Rows.Select(row => GiftCardRow.Read(row, GiftCardCode.ReferenceTo(row.GetString(Id))))],
            range.IsLast ? null : range.Rows[^1].RowKey
        );
    }

    private static IEnumerable<TableTransactionAction> Copies(string shop, GiftCard card, TableEntity own, TableTransactionActionType kind)
    {
        var place = string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTimeOffset.MaxValue.UtcTicks - (card.IssuedAt ?? DateTimeOffset.UnixEpoch).UtcTicks:D19}-{card.Id[..16]}"
        );
        var keys = new List<string> { Newest + place };
        if (card.LastFour.Length > 0)
            keys.Add($"{LastFour}{TableKey.Of(card.LastFour)}|{place}");
        if (GiftCardRow.EmailHashOf(own) is { } hash)
            keys.Add($"{Email}{hash}|{place}");
        return keys.Select(key =>
        {
            var copy = GiftCardRow.Of(Partition(shop), key, card, emailAddress: null);
            copy[Id] = card.Id;
            return new TableTransactionAction(kind, copy, ETag.All);
        });
    }

    private static string ClaimRow(string claim) => $"claim-{TableKey.Hash(claim)}";

    /// <summary>No card's partition is called that.</summary>
    private static string Partition(string shop) => $"{TableKey.Of(shop)}|list:";
}
