using System.Security.Cryptography;
using System.Text;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Shops;
using MimeKit;

namespace Checkout.Mail;

/// <summary>The letters to shoppers, in plain text.</summary>
internal static class Letters
{
    /// <param name="amount">Minor units of the order's currency.</param>
    /// <returns>Null when the order or the shop has no address that a letter can use.</returns>
    public static MimeMessage? RefundNotice(Order order, Shop shop, string? sender, long amount, string messageId) =>
        Letter(
            order,
            shop,
            sender,
            messageId,
            $"Your refund from {shop.Name}",
            new StringBuilder()
                .AppendLine($"Hello {Name(order)},")
                .AppendLine()
                .AppendLine($"{shop.Name} has refunded {Print(order, amount)} for your order {Number(order)}.")
                .AppendLine("The money goes back the way you paid; your bank may take some days to show it.")
        );

    public static MimeMessage? Receipt(Order order, Shop shop, string? sender, string messageId)
    {
        var price = OrderPrice.Of(order);
        var text = new StringBuilder()
            .AppendLine($"Hello {Name(order)},")
            .AppendLine()
            .AppendLine($"Thank you for your order {Number(order)} at {shop.Name}.")
            .AppendLine();
        foreach (var line in order.LineItems)
            text.AppendLine($"{line.Quantity} x {line.ProductTitle}  {Print(order, line.TotalPrice)}");
        text.AppendLine().AppendLine($"Subtotal: {Print(order, price.Subtotal)}");
        if (price.Shipping > 0)
            text.AppendLine($"Shipping: {Print(order, price.Shipping)}");
        foreach (var discount in price.Discounts.Concat(price.ShippingDiscounts))
            text.AppendLine($"{discount.Text}: -{Print(order, discount.Value)}");
        text.AppendLine($"Total: {Print(order, price.Total)}");
        return Letter(order, shop, sender, messageId, $"Your order at {shop.Name}", text);
    }

    private static MimeMessage? Letter(Order order, Shop shop, string? sender, string messageId, string subject, StringBuilder text)
    {
        if (
            !MailboxAddress.TryParse(order.Customer?.EmailAddress ?? "", out var to)
            || !MailboxAddress.TryParse(sender ?? shop.Email, out var from)
        )
            return null;
        from.Name = shop.Name;
        to.Name = Name(order);
        var identity = SHA256.HashData(Encoding.UTF8.GetBytes($"{order.PublicOrderId}|{messageId}")).AsSpan(0, 16);
        var letter = new MimeMessage([from], [to], subject, new TextPart("plain") { Text = text.ToString() })
        {
            // The same letter has the same id however often it is sent, so that mail servers can tell.
            MessageId = $"{Convert.ToHexStringLower(identity)}@{from.Domain}",
        };
        if (sender is not null && MailboxAddress.TryParse(shop.Email, out var shopAddress))
            letter.ReplyTo.Add(shopAddress);
        return letter;
    }

    private static string Print(Order order, long amount) => $"{Currency.Of(order.Currency.Code).Print(amount)} {order.Currency.Code}";

    private static string Number(Order order) =>
        order.PlatformOrderId is { Length: > 0 } platform ? platform : order.OrderId.ToString(null, null);

    private static string Name(Order order) => order.Customer is { } customer ? $"{customer.FirstName} {customer.LastName}".Trim() : "";
}
