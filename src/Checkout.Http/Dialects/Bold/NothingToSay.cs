using System.Collections.Immutable;

namespace Checkout.Http.Dialects.Bold;

/// <summary>The <c>data</c> of an answer that says only that all is well.</summary>
public static class NothingToSay
{
    /// <summary>Written as <c>[]</c>.</summary>
    public static ImmutableArray<EmptyObject> List => [];

    /// <summary>Written as <c>{}</c>.</summary>
    public static EmptyObject Object { get; } = new();
}
