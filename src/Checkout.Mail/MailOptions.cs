using MailKit.Security;
using Microsoft.Extensions.Configuration;

namespace Checkout.Mail;

/// <summary>How letters leave. Section <c>Mail</c> of the configuration.</summary>
public sealed record MailOptions
{
    public const string Section = "Mail";

    /// <summary>The SMTP server; null where there is none.</summary>
    public string? Server { get; init; }
    public int Port { get; init; } = 587;
    public string? User { get; init; }

    /// <summary>The name of the secret that holds the password.</summary>
    public string? PasswordSecret { get; init; }

    /// <summary>The sender's address where the server does not take every shop's own.</summary>
    public string? Sender { get; init; }

    /// <summary>Where letters are written as files; null is .data/mail, in development only.</summary>
    public string? Folder { get; init; }

    /// <summary>TLS always, but to a server on this machine.</summary>
    internal SecureSocketOptions Security =>
        Server is "127.0.0.1" or "::1" or "localhost" ? SecureSocketOptions.Auto
        : Port == 465 ? SecureSocketOptions.SslOnConnect
        : SecureSocketOptions.StartTls;

    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public static MailOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var port = new MailOptions().Port;
        if (section["Port"] is { Length: > 0 } text && (!int.TryParse(text, out port) || port is < 1 or > 65535))
            throw new InvalidOperationException($"Mail:Port must be a port number, not '{text}'.");
        return new MailOptions
        {
            Server = Text(section["Server"]),
            Port = port,
            User = Text(section["User"]),
            PasswordSecret = Text(section["PasswordSecret"]),
            Sender = Text(section["Sender"]),
            Folder = Text(section["Folder"]),
        };
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
