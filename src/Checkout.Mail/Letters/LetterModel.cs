using Checkout.Letters;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Shops;

namespace Checkout.Mail.Letters;

/// <summary>
/// What templates read (docs/mail.md#what-a-template-reads): text that is ready to be shown, and nothing of the domain itself.
/// </summary>
internal sealed class LetterModel
{
    private readonly LetterSubject subject;
    private readonly LetterWords words;
    private readonly Order? order;
    private readonly OrderPrice? price;

    public LetterModel(LetterSubject subject)
    {
        this.subject = subject;
        words = subject.Words;
        order = subject.Order;
        price = order is null ? null : OrderPrice.Of(order);
        Facts = FactsOf();
        Values = ValuesOf();
    }

    /// <summary>What stands in for {name}, {amount}, … in words.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; }

    /// <summary>By the names that templates use.</summary>
    public Dictionary<string, object?> Values { get; }

    /// <summary>The subject is written first, and the page of the letter has it as its title.</summary>
    public void Tell(string subjectLine) => ((Dictionary<string, object?>)Values["letter"]!)["subject"] = subjectLine;

    private Dictionary<string, string> FactsOf() =>
        new(StringComparer.Ordinal)
        {
            ["shop"] = subject.Shop.Name,
            ["name"] = Receiver,
            ["number"] = order is null ? "" : OrderNumber.Of(order),
            ["date"] = order is null ? "" : Date(order.ProcessedAt ?? order.CreatedAt),
            ["amount"] = LetterAmount ?? "",
            ["reason"] = order?.CancelReason ?? "",
            ["tracking"] = subject.Letter.Tracking?.Number ?? "",
            ["expires"] = subject.Letter.GiftCard?.ExpiresAt is { } expires ? Date(expires) : "",
        };

    private string Receiver => subject.Letter.GiftCard is { } card ? card.RecipientName : order?.Customer?.Name ?? "";

    private string? LetterAmount =>
        subject.Letter.GiftCard is { } card ? words.Amount(card.Amount, card.Currency)
        : subject.Letter.Amount is { } amount ? Amount(amount)
        : null;

    private Dictionary<string, object?> ValuesOf() =>
        new(StringComparer.Ordinal)
        {
            ["shop"] = ShopValues(),
            ["order"] = order is null ? null : OrderValues(order),
            ["customer"] = CustomerValues(),
            ["lines"] = order is null ? [] : order.LineItems.Select(LineValues).ToList<object?>(),
            ["totals"] = price is null ? [] : Rows(price),
            ["included_taxes"] = price is null ? [] : IncludedTaxes(price),
            ["payments"] = price is null ? [] : Payments(price),
            ["shipping_address"] = LetterAddress.Rows(order is { RequiresShipping: true } ? order.ShippingAddress : null),
            ["destinations"] = price is null || !OrderDestinations.IsDivided(order!) ? [] : Destinations(price),
            ["billing_address"] = LetterAddress.Rows(order?.BillingAddress),
            ["letter"] = LetterValues(),
            ["gift_card"] = GiftCardValues(),
        };

    private Dictionary<string, object?> ShopValues()
    {
        var shop = subject.Shop;
        var accent = LetterColors.Accent(shop);
        return new(StringComparer.Ordinal)
        {
            ["name"] = shop.Name,
            ["email"] = Said(shop.Email),
            ["phone"] = Said(shop.Phone),
            ["reply_to"] = Said(shop.Letters.ReplyTo ?? shop.Email),
            ["logo_url"] = LetterLinks.Picture(shop.HostedCheckout.LogoUrl),
            ["accent_color"] = accent,
            ["on_accent_color"] = LetterColors.On(accent),
            ["address"] = LetterAddress.Rows(shop.Address),
        };
    }

    private Dictionary<string, object?> OrderValues(Order of) =>
        new(StringComparer.Ordinal)
        {
            ["number"] = OrderNumber.Of(of),
            ["platform_number"] = of.PlatformOrderId,
            ["date"] = Date(of.ProcessedAt ?? of.CreatedAt),
            ["currency"] = of.Currency.Code,
            ["subtotal"] = Amount(price!.Subtotal),
            ["total"] = Amount(price.Total),
            ["shipping_method"] = Said(of.Shipping.Selected?.Description),
            ["cancel_reason"] = Said(of.CancelReason),
            ["page_url"] = subject.Page,
        };

    private Dictionary<string, object?> CustomerValues() =>
        new(StringComparer.Ordinal)
        {
            ["first_name"] = Said(order?.Customer?.FirstName),
            ["last_name"] = Said(order?.Customer?.LastName),
            ["name"] = Said(Receiver),
            ["email"] = Said(order?.Customer?.EmailAddress),
        };

    private Dictionary<string, object?> LineValues(LineItem line)
    {
        var values = UnitValues(line, line.Quantity);
        values["sku"] = Said(line.Sku);
        values["price"] = Amount(line.Price);
        values["total"] = Amount(line.TotalPrice);
        values["fees"] = line.Fees.Select(fee => Row("fee", fee.Name, fee.Amount)).ToList<object?>();
        return values;
    }

    private static Dictionary<string, object?> UnitValues(LineItem line, int quantity) =>
        new(StringComparer.Ordinal)
        {
            ["title"] = line.ProductTitle.Length > 0 ? line.ProductTitle : line.Title,
            ["variant"] = line.Title == line.ProductTitle || line.ProductTitle.Length == 0 ? null : Said(line.Title),
            ["quantity"] = quantity,
            ["image_url"] = LetterLinks.Picture(line.ImageUrl),
        };

    private List<object?> Destinations(OrderPrice of) =>
        [
            .. PricedDestination
                .Of(order!, of)
                .Where(d => d.Destination.IsShippedTo)
                .Select(d => new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["address"] = LetterAddress.Rows(d.Destination.Address),
                    ["lines"] = d.Destination.Shipped.Select(sent => UnitValues(sent.Line, sent.Quantity)).ToList<object?>(),
                    ["shipping_method"] = Said(d.Shipping.Selected?.Description),
                    ["shipping"] = Amount(d.Cost),
                }),
        ];

    private List<object?> Rows(OrderPrice of) =>
        [.. SumRow.Of(of, order!.Shipping.Selected is not null, words).Select(row => Row(row.Kind, row.Text, row.Amount))];

    private List<object?> IncludedTaxes(OrderPrice of) =>
        [
            .. of
                .Taxes.Where(tax => tax is { IsIncluded: true, Value: > 0 })
                .Select(tax => Row("tax", words.Say("included", Text(tax.Name.Length > 0 ? tax.Name : words.Say("tax"))), tax.Value)),
        ];

    private List<object?> Payments(OrderPrice of) =>
        [
            .. of
                .Payments.Where(share => share.Amount > 0)
                .Select(share => Row("payment", Tender(order!.Payment(share.PaymentId)!), share.Amount)),
        ];

    private string Tender(Payment payment) => payment.Tender is { Length: > 0 } tender ? tender : words.Say("payment");

    private Dictionary<string, object?> LetterValues()
    {
        var letter = subject.Letter;
        var isAbandoned = letter.Kind is LetterKind.Abandoned;
        return new(StringComparer.Ordinal)
        {
            ["kind"] = subject.Kind,
            ["language"] = subject.Language,
            ["title"] = words.Say($"{subject.Kind}_title"),
            ["greeting"] = Receiver.Length > 0 ? words.Say("hello_name", Facts) : words.Say("hello"),
            ["amount"] = LetterAmount,
            ["lines"] = Units(letter),
            ["tracking"] = letter.Tracking is { } tracking ? TrackingValues(tracking) : null,

            // The receiver of a gift card is not the shopper: the order is none of their business.
            ["link"] =
                letter.Kind is LetterKind.GiftCard ? null : (isAbandoned ? LetterLinks.Link(order?.ResumableLink) : null) ?? subject.Page,
            ["button"] = words.Say(isAbandoned ? "abandoned_button" : "show_order"),
        };
    }

    private List<object?> Units(Letter letter) =>
        [
            .. letter
                .Lines.Select(unit => order?.Line(unit.Key) is { } line ? UnitValues(line, unit.Quantity) : null)
                .Where(unit => unit is not null),
        ];

    private static Dictionary<string, object?> TrackingValues(Tracking tracking) =>
        new(StringComparer.Ordinal)
        {
            ["carrier"] = tracking.Carrier,
            ["number"] = tracking.Number,
            ["url"] = LetterLinks.Link(tracking.Url),
        };

    private Dictionary<string, object?>? GiftCardValues() =>
        subject.Letter.GiftCard is { } card
            ? new(StringComparer.Ordinal)
            {
                ["code"] = subject.Code,
                ["amount"] = words.Amount(card.Amount, card.Currency),
                ["expires_at"] = card.ExpiresAt is { } expires ? Date(expires) : null,
                ["recipient_name"] = Said(card.RecipientName),
                ["message"] = Said(card.Message),
            }
            : null;

    private Dictionary<string, object?> Row(string kind, string text, long amount) =>
        new(StringComparer.Ordinal)
        {
            ["kind"] = kind,
            ["text"] = text,
            ["amount"] = Amount(amount),
        };

    private static Dictionary<string, string> Text(string text) => new(StringComparer.Ordinal) { ["text"] = text };

    private string Amount(long amount) => words.Amount(amount, order!.Currency.Code);

    private string Date(DateTimeOffset at) => words.Date(at, subject.Shop.Timezone);

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
