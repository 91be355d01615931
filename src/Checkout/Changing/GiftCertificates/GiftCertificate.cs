using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Addresses;
using Checkout.Changing.Cart;
using Checkout.Changing.Shipping;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Changing.GiftCertificates;

/// <summary>
/// A gift certificate that is bought (docs/contract/bigcommerce.md#gift-certificate-items): a line of the order that
/// ships nothing, with who gives it to whom in its properties, for the platform that issues it.
/// </summary>
/// <param name="Amount">Minor units, for one.</param>
public sealed record GiftCertificate(string Theme, long Amount, int Quantity, CertificateContact Sender, CertificateContact Recipient)
{
    public const int LongestMessage = 200;
    public const int LongestName = 255;
    public static readonly ImmutableArray<string> Themes = ["Birthday", "Boy", "Celebration", "Christmas", "General", "Girl"];

    public string Name { get; init; } = "";
    public string Message { get; init; } = "";

    /// <summary>
    /// Refused: an unknown theme, an amount outside 1 to 1,000 whole units of the currency, a bad quantity, a contact
    /// without name or e-mail address, texts too long.
    /// </summary>
    public ImmutableArray<Problem> Check(Currency currency)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (!Themes.Contains(Theme, StringComparer.Ordinal))
            problems.Add(Problem.Invalid("theme", $"theme must be one of {string.Join(", ", Themes)}.", "not_allowed"));
        if (Amount < currency.MinorUnits || Amount > 1000 * currency.MinorUnits)
            problems.Add(
                Problem.Invalid(
                    "amount",
                    $"amount must be from {currency.ToText(currency.MinorUnits)} to {currency.ToText(1000 * currency.MinorUnits)}.",
                    "out_of_range"
                )
            );
        if (Quantity is < 1 or > ChangeLineItem.MaxQuantity)
            problems.Add(Problem.Invalid("quantity", $"quantity must be from 1 to {ChangeLineItem.MaxQuantity}.", "out_of_range"));
        if (Message.Length > LongestMessage)
            problems.Add(Problem.Invalid("message", $"message is longer than {LongestMessage} characters.", "too_long"));
        if (Name.Length > LongestName)
            problems.Add(Problem.Invalid("name", $"name is longer than {LongestName} characters.", "too_long"));
        CheckContact("sender", Sender);
        CheckContact("recipient", Recipient);
        return problems.ToImmutable();

        void CheckContact(string whose, CertificateContact contact)
        {
            if (string.IsNullOrWhiteSpace(contact.Name) || contact.Name.Length > LongestName)
                problems.Add(Problem.Invalid(whose, $"{whose}.name is missing or too long.", "required"));
            if (!EmailAddresses.IsWellFormed(contact.Email))
                problems.Add(Problem.Invalid(whose, $"{whose}.email is not an e-mail address.", "email_address"));
        }
    }

    public static Result<Order> Add(Order order, Shop shop, GiftCertificate certificate, Occasion occasion, IIdSource ids)
    {
        var problems = certificate.Check(Currency.Of(order.Currency.Code));
        if (!problems.IsEmpty)
            return problems;
        return order.LineItems.Length >= OrderSize.MostLines
            ? Problem.Invalid("giftCertificates", $"An order has at most {OrderSize.MostLines} lines.")
            : ChangeLineItem.Add(order, shop, [certificate.PutOn(new LineItem { Key = ids.Ulid(), Id = ids.Ulid() })], occasion);
    }

    /// <summary>Also refused: the line is no gift certificate.</summary>
    public static Result<Order> Update(Order order, Shop shop, LineItem line, GiftCertificate certificate, Occasion occasion)
    {
        if (order.ClosedBecause is { } closed)
            return closed;
        if (!line.IsGiftCard)
            return Problem.Invalid("giftCertificate", "The item is no gift certificate.", "line_item_type");
        var problems = certificate.Check(Currency.Of(order.Currency.Code));
        if (!problems.IsEmpty)
            return problems;
        var changed = order with { LineItems = order.LineItems.Replace(line, certificate.PutOn(line)) };
        return Relist.After(changed.Record("line_item.changed", occasion, detail: line.Key), shop);
    }

    /// <summary>What a line says of the certificate it sells; a gift card of the catalog may say little.</summary>
    public static GiftCertificate Of(LineItem line) =>
        new(
            Themes.Contains(Text(line, "theme"), StringComparer.Ordinal) ? Text(line, "theme") : "General",
            line.Price,
            line.Quantity,
            new CertificateContact(Text(line, "sender_name"), Text(line, "sender_email")),
            new CertificateContact(Text(line, "recipient_name"), Text(line, "recipient_email"))
        )
        {
            Name = line.Title,
            Message = Text(line, "message"),
        };

    private LineItem PutOn(LineItem line)
    {
        var title = Name.Length > 0 ? Name : $"{Theme} gift certificate";
        return line with
        {
            ProductTitle = title,
            Title = title,
            Price = Amount,
            Quantity = Quantity,
            Taxable = false,
            RequiresShipping = false,
            IsGiftCard = true,
            Properties = line.Properties.SetItems([
                Property("theme", Theme),
                Property("sender_name", Sender.Name),
                Property("sender_email", Sender.Email),
                Property("recipient_name", Recipient.Name),
                Property("recipient_email", Recipient.Email),
                Property("message", Message),
            ]),
        };
    }

    private static KeyValuePair<string, JsonElement> Property(string name, string value) =>
        new(name, JsonSerializer.SerializeToElement(value, CertificateJson.Default.String));

    private static string Text(LineItem line, string name) =>
        line.Properties.TryGetValue(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";
}

[JsonSerializable(typeof(string))]
internal sealed partial class CertificateJson : JsonSerializerContext;
