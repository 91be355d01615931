using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace Checkout.Mail;

/// <summary>Writes each letter as an .eml file, for hosts without a mail server. A letter sent again replaces its file.</summary>
internal sealed partial class FileEmails(MailOptions options, ILogger<FileEmails> log) : IEmails
{
    public Task<bool> SendRefundNotice(Order order, Shop shop, long amount, string messageId, CancellationToken cancellation) =>
        Write(order, Letters.RefundNotice(order, shop, options.Sender, amount, messageId), cancellation);

    public Task<bool> SendReceipt(Order order, Shop shop, string messageId, CancellationToken cancellation) =>
        Write(order, Letters.Receipt(order, shop, options.Sender, messageId), cancellation);

    private async Task<bool> Write(Order order, MimeMessage? letter, CancellationToken cancellation)
    {
        if (letter is null)
            return false;
        try
        {
            var folder = Path.Combine(options.Folder ?? Path.Combine(".data", "mail"), order.PublicOrderId);
            Directory.CreateDirectory(folder);
            await letter.WriteToAsync(Path.Combine(folder, letter.MessageId!.Split('@')[0] + ".eml"), cancellation);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            NotWritten(log, fault, order.PublicOrderId);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A letter of order {PublicOrderId} could not be written.")]
    private static partial void NotWritten(ILogger log, Exception fault, string publicOrderId);
}
