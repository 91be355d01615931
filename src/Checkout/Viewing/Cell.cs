using System.Globalization;

namespace Checkout.Viewing;

/// <summary>One value of an exported row: a text, a number, or nothing.</summary>
public readonly record struct Cell(string? Text, long? Number)
{
    public static implicit operator Cell(string? text) => new(text, null);

    public static implicit operator Cell(long number) => new(null, number);

    /// <summary>RFC 3339, UTC.</summary>
    public static implicit operator Cell(DateTimeOffset at) =>
        new(at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture), null);

    public static Cell Of(DateTimeOffset? at) => at is { } known ? known : default(Cell);
}
