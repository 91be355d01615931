using Checkout.Letters;
using MimeKit;

namespace Checkout.Mail;

/// <summary>A deployment without a mail server: letters can be looked at and not sent.</summary>
internal sealed class NoMailServer : IMailServer
{
    public bool CanSend => false;

    public Task<LetterOutcome> HandOver(string owner, MimeMessage letter, CancellationToken cancellation) =>
        Task.FromResult(LetterOutcome.Delayed("This deployment has no mail server."));
}
