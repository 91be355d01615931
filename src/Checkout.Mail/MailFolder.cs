using Checkout.Letters;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace Checkout.Mail;

/// <summary>Writes each letter as an .eml file, for hosts without a mail server. A letter sent again replaces its file.</summary>
internal sealed partial class MailFolder(MailOptions options, ILogger<MailFolder> log) : IMailServer
{
    public bool CanSend => true;

    public async Task<LetterOutcome> HandOver(string owner, MimeMessage letter, CancellationToken cancellation)
    {
        try
        {
            var folder = Path.Combine(options.Folder ?? Path.Combine(".data", "mail"), owner);
            Directory.CreateDirectory(folder);
            await letter.WriteToAsync(Path.Combine(folder, letter.MessageId!.Split('@')[0] + ".eml"), cancellation);
            return LetterOutcome.Sent;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            NotWritten(log, fault, owner);
            return LetterOutcome.Delayed("The letter could not be written as a file.");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A letter of {Owner} could not be written.")]
    private static partial void NotWritten(ILogger log, Exception fault, string owner);
}
