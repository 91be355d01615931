using Checkout.Letters;
using MimeKit;

namespace Checkout.Mail;

/// <summary>Where letters go. Never throws for the other side's faults.</summary>
internal interface IMailServer
{
    bool CanSend { get; }

    /// <param name="owner">The order or shop that the letter is of: names the folder where letters are files, and the log line.</param>
    Task<LetterOutcome> HandOver(string owner, MimeMessage letter, CancellationToken cancellation);
}
