using System.Net.Sockets;
using Checkout.Letters;
using Checkout.Stores;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace Checkout.Mail;

/// <summary>
/// Hands each letter to an SMTP server, over TLS. Once the server has said that it took the letter, nothing makes it unsent: how the
/// connection ends does not count.
/// </summary>
internal sealed partial class SmtpMailServer(MailOptions options, ISecrets secrets, ILogger<SmtpMailServer> log) : IMailServer
{
    private const int MillisecondsAtMost = 20_000;

    public bool CanSend => true;

    public async Task<LetterOutcome> HandOver(string owner, MimeMessage letter, CancellationToken cancellation)
    {
        using var server = new SmtpClient { Timeout = MillisecondsAtMost };
        try
        {
            await server.ConnectAsync(options.Server!, options.Port, options.Security, cancellation);
            if (options.User is not null)
                await server.AuthenticateAsync(
                    options.User,
                    await secrets.Find(options.PasswordSecret ?? "", cancellation) ?? "",
                    cancellation
                );
            await server.SendAsync(letter, cancellation);
        }
        catch (Exception fault) when (IsOfTheServer(fault))
        {
            // The kind of fault only: what a mail server says repeats the shopper's address.
            NotSent(log, owner, fault.GetType().Name);
            return Outcome(fault);
        }

        await Leave(server, owner, cancellation);
        return LetterOutcome.Sent;
    }

    private async Task Leave(SmtpClient server, string owner, CancellationToken cancellation)
    {
        try
        {
            await server.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception fault) when (IsOfTheServer(fault) || fault is OperationCanceledException)
        {
            var kind = fault.GetType().Name;
            NoGoodbye(log, owner, kind);
        }
    }

    /// <summary>An address that the server will never know is given up; whatever else it refuses may be put right in time.</summary>
    private static LetterOutcome Outcome(Exception fault) =>
        fault
            is SmtpCommandException
            {
                ErrorCode: SmtpErrorCode.RecipientNotAccepted,
                StatusCode: >= SmtpStatusCode.MailboxUnavailable
            } refused
            ? LetterOutcome.Refused($"The mail server refuses the receiver's address ({(int)refused.StatusCode}).")
        : fault is SmtpCommandException command ? LetterOutcome.Delayed($"The mail server refused the letter ({(int)command.StatusCode}).")
        : fault is AuthenticationException ? LetterOutcome.Delayed("The mail server does not accept user and password.")
        : LetterOutcome.Delayed("The mail server was not reached.");

    private static bool IsOfTheServer(Exception fault) =>
        fault
            is SmtpCommandException
                or SmtpProtocolException
                or AuthenticationException
                or SslHandshakeException
                or SocketException
                or IOException
                or TimeoutException
                or NotSupportedException;

    [LoggerMessage(Level = LogLevel.Warning, Message = "A letter of {Owner} could not be handed over: {Fault}.")]
    private static partial void NotSent(ILogger log, string owner, string fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "A letter of {Owner} was taken, and the connection ended with {Fault}.")]
    private static partial void NoGoodbye(ILogger log, string owner, string fault);
}
