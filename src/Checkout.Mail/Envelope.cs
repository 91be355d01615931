using System.Security.Cryptography;
using System.Text;
using Checkout.Letters;
using Checkout.Shops;
using MimeKit;

namespace Checkout.Mail;

/// <summary>Addresses and headers of a letter.</summary>
internal static class Envelope
{
    /// <returns>Null when the receiver or the shop has no address that a letter can use.</returns>
    /// <param name="deploymentSender">The setting Mail:Sender.</param>
    public static MimeMessage? Of(SentLetter letter, Shop shop, string? deploymentSender, string? receiver, string name, string messageId)
    {
        if (
            !MailboxAddress.TryParse(receiver ?? "", out var to)
            || !MailboxAddress.TryParse(shop.Letters.SenderAddress ?? deploymentSender ?? shop.Email, out var from)
        )
            return null;
        from.Name = shop.Name;
        to.Name = name;
        var body = new BodyBuilder { TextBody = letter.Text, HtmlBody = letter.Html };
        var message = new MimeMessage([from], [to], letter.Subject, body.ToMessageBody())
        {
            // The same letter has the same id however often it is sent, so that mail servers can tell.
            MessageId = $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)).AsSpan(0, 16))}@{from.Domain}",
        };
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (MailboxAddress.TryParse(shop.Letters.ReplyTo ?? shop.Email, out var answers) && answers.Address != from.Address)
            message.ReplyTo.Add(answers);
        return message;
    }
}
