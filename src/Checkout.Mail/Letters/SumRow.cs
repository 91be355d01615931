using System.Collections.Immutable;
using Checkout.Pricing;

namespace Checkout.Mail.Letters;

/// <summary>
/// A row under the lines of a letter. All rows between subtotal and total, added to the subtotal, are the total.
/// </summary>
/// <param name="Kind">subtotal, discount, fee, shipping, tax or total.</param>
/// <param name="Amount">Minor units; a discount is below zero.</param>
internal sealed record SumRow(string Kind, string Text, long Amount)
{
    public const string Total = "total";

    public static ImmutableArray<SumRow> Of(OrderPrice price, bool isShipped, LetterWords words)
    {
        var rows = ImmutableArray.CreateBuilder<SumRow>();
        rows.AddRange(price.Discounts.Where(d => d.Value > 0).Select(d => new SumRow("discount", Named(d.Text, d.Code), -d.Value)));
        rows.AddRange(price.Fees.Select(f => new SumRow("fee", Or(f.Fee.ShowDescription ? f.Fee.LineText : "", "fee"), f.Amount)));
        if (isShipped)
            rows.Add(new SumRow("shipping", words.Say("shipping"), price.Shipping));
        rows.AddRange(price.Taxes.Where(t => !t.IsIncluded).Select(t => new SumRow("tax", Or(t.Name, "tax"), t.Value)));
        if (rows.Count > 0)
            rows.Insert(0, new SumRow("subtotal", words.Say("subtotal"), price.Subtotal));
        rows.Add(new SumRow(Total, words.Say("total"), price.Total));
        return rows.ToImmutable();

        string Named(string text, string code) => Or(text.Length > 0 ? text : code, "discount");

        string Or(string text, string word) => text.Length > 0 ? text : words.Say(word);
    }
}
