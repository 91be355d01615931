using System.Net.Sockets;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace Checkout.Mail;

/// <summary>Hands each letter to an SMTP server, over TLS.</summary>
internal sealed partial class SmtpEmails(MailOptions options, ISecrets secrets, ILogger<SmtpEmails> log) : IEmails
{
    private const int MillisecondsAtMost = 20_000;

    public Task<bool> SendRefundNotice(Order order, Shop shop, long amount, string messageId, CancellationToken cancellation) =>
        Send(order, Letters.RefundNotice(order, shop, options.Sender, amount, messageId), cancellation);

    public Task<bool> SendReceipt(Order order, Shop shop, string messageId, CancellationToken cancellation) =>
        Send(order, Letters.Receipt(order, shop, options.Sender, messageId), cancellation);

    private async Task<bool> Send(Order order, MimeMessage? letter, CancellationToken cancellation)
    {
        if (letter is null)
            return false;
        try
        {
            using var server = new SmtpClient { Timeout = MillisecondsAtMost };
            await server.ConnectAsync(options.Server!, options.Port, options.Security, cancellation);
            if (options.User is not null)
                await server.AuthenticateAsync(
                    options.User,
                    await secrets.Find(options.PasswordSecret ?? "", cancellation) ?? "",
                    cancellation
                );
            await server.SendAsync(letter, cancellation);
            await server.DisconnectAsync(quit: true, cancellation);
            return true;
        }
        catch (Exception fault)
            when (fault
                    is SmtpCommandException
                        or SmtpProtocolException
                        or AuthenticationException
                        or SslHandshakeException
                        or SocketException
                        or IOException
                        or TimeoutException
                        or NotSupportedException
            )
        {
            // The kind of fault only: what a mail server says repeats the shopper's address.
            NotSent(log, order.PublicOrderId, fault.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A letter of order {PublicOrderId} could not be handed over: {Fault}.")]
    private static partial void NotSent(ILogger log, string publicOrderId, string fault);
}
