using System.Text.RegularExpressions;

namespace Checkout.Http.Backend.Letters;

/// <summary>What the endpoints about letters refuse alike.</summary>
internal static partial class LetterAnswers
{
    /// <summary>The deployment's token opens every shop, also one that is not there.</summary>
    public static Problem NoSuchShop() => Problem.NotFound("The shop was not found.");

    public static Problem UnknownKind() => Problem.Invalid("kind", "There is no letter of that kind.", "not_allowed");

    public static Problem NoMailServer() => Problem.Order("letters", "This deployment has no mail server.", "no_mail_server");

    /// <summary>Null when it is two small letters, or absent.</summary>
    public static Problem? Refuses(string? language) =>
        language is null || Language().IsMatch(language)
            ? null
            : Problem.Invalid("language", "language must be two letters such as en.", "malformed");

    [GeneratedRegex(@"^[a-z]{2}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Language();
}
