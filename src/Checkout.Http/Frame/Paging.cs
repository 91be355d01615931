using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Checkout.Stores;

namespace Checkout.Http.Frame;

/// <summary>How lists are asked for part by part (docs/contract/README.md#lists): <c>limit</c> and an opaque <c>cursor</c>.</summary>
public static class Paging
{
    public const string Limit = "limit";
    public const string Cursor = "cursor";
    public const int DefaultLimit = 50;
    public const int HighestLimit = 100;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Refused: <c>limit</c> is no number from 1 to 100, <c>cursor</c> is none that a list gave.</summary>
    public static Result<PageRequest> Page(this Call call)
    {
        var limit = DefaultLimit;
        if (
            call.Parameter(Limit) is { Length: > 0 } asked
            && !(int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= HighestLimit)
        )
            return Problem.Invalid(Limit, $"{Limit} must be between 1 and {HighestLimit}.", "out_of_range");
        if (call.Parameter(Cursor) is not { Length: > 0 } cursor)
            return new PageRequest(limit);
        return Read(cursor) is { } after
            ? new PageRequest(limit, after)
            : Problem.Invalid(Cursor, $"{Cursor} must be the next of an earlier page.", "malformed");
    }

    /// <summary>What clients send back for the next part; null when there is none.</summary>
    public static string? CursorOf(string? next) => next is null ? null : Base64Url.EncodeToString(Strict.GetBytes(next));

    /// <summary>The two parameters, for the API document.</summary>
    public static Endpoint Pages(this Endpoint endpoint) =>
        endpoint
            .Asks(Limit, $"How many at most: 1 to {HighestLimit}, {DefaultLimit} when left out.")
            .Asks(Cursor, "The next of the page before.");

    private static string? Read(string cursor)
    {
        try
        {
            return Base64Url.IsValid(cursor) ? Strict.GetString(Base64Url.DecodeFromChars(cursor)) : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
