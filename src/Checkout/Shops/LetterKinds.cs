using System.Collections.Immutable;
using System.Text.Json;

namespace Checkout.Shops;

/// <summary>The kinds of letters by their words on the wire and in the outbox.</summary>
public static class LetterKinds
{
    public static ImmutableArray<LetterKind> All { get; } = [.. Enum.GetValues<LetterKind>()];

    /// <summary>order_confirmation, shipped, …</summary>
    public static string Word(LetterKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    /// <summary>Null when there is no such kind.</summary>
    public static LetterKind? Find(string word)
    {
        foreach (var kind in All)
            if (Word(kind) == word)
                return kind;
        return null;
    }
}
