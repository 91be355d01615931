using Azure.Data.Tables;
using Checkout.AzureStorage.Tables;
using Checkout.Orders;

namespace Checkout.AzureStorage.GiftCards;

/// <summary>A card in the columns of a row: its own, or one of a list.</summary>
internal static class GiftCardRow
{
    private const string EmailColumn = "email_hash";

    public static TableEntity Of(string partition, string rowKey, GiftCard card, string? emailAddress)
    {
        var row = new TableEntity(partition, rowKey)
        {
            [CountedMoves.Amount] = card.Balance,
            ["currency"] = card.Currency,
            ["expires"] = card.ExpiresAt,
            ["purchased"] = card.PurchasedAt,
            ["issued"] = card.IssuedAt,
            ["initial"] = card.InitialAmount,
            ["last_four"] = card.LastFour,
            ["seed"] = card.CodeSeed,
        };
        if (card.DisabledAt is { } disabled)
            row[CountedMoves.Closed] = disabled;
        if (emailAddress is { Length: > 0 })
            row[EmailColumn] = EmailHash.Of(emailAddress);
        return row;
    }

    /// <param name="code">The code, or what stands for it.</param>
    public static GiftCard Read(TableEntity row, string code) =>
        new(
            code,
            row.GetString("currency"),
            row.GetInt64(CountedMoves.Amount)!.Value,
            row.GetDateTimeOffset("expires"),
            row.GetDateTimeOffset("purchased")
        )
        {
            LastFour = row.GetString("last_four") ?? "",
            InitialAmount = row.GetInt64("initial"),
            IssuedAt = row.GetDateTimeOffset("issued"),
            CodeSeed = row.GetString("seed"),
            DisabledAt = row.GetDateTimeOffset(CountedMoves.Closed),
        };

    /// <summary>Null when the card was issued for nobody in particular.</summary>
    public static string? EmailHashOf(TableEntity row) => row.GetString(EmailColumn);
}
