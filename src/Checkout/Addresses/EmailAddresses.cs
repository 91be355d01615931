using Checkout.Stores;
using MimeKit;

namespace Checkout.Addresses;

/// <summary>The form of e-mail addresses; whether the domain takes mail is for <see cref="IMailDomains"/>.</summary>
public static class EmailAddresses
{
    /// <summary>Characters, RFC 5321.</summary>
    public const int MaxLength = 254;

    private static readonly ParserOptions Strict = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
        AllowUnquotedCommasInAddresses = false,
    };

    /// <summary>A bare address (no display name) at a domain with a dot.</summary>
    public static bool IsWellFormed(string? address) =>
        address is { Length: > 0 and <= MaxLength }
        && !address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '(' or ')' or ',' or ';')
        && MailboxAddress.TryParse(Strict, address, out var mailbox)
        && mailbox.Address.Length > 0
        && IsHostName(DomainOf(address));

    public static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];

    private static bool IsHostName(string domain)
    {
        var labels = domain.Split('.');
        return labels.Length >= 2
            && labels.All(label =>
                label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsLetterOrDigit(c) || c == '-')
            )
            && !labels[^1].All(char.IsAsciiDigit);
    }
}
