using System.Collections.Immutable;

namespace Checkout.Testing.Architecture;

/// <summary>
/// The rooms of an assembly from the ground up, as full namespaces. A namespace may use those before it and none after it, so
/// there is no circle between them either.
/// </summary>
public sealed class RoomOrder(params ReadOnlySpan<string> fromTheGround)
{
    private readonly ImmutableArray<string> rooms = [.. fromTheGround];

    /// <summary>Arrows that point up, and namespaces that have no place in the order; empty when the order holds.</summary>
    public ImmutableArray<string> Violations(ImmutableArray<Arrow> arrows) =>
        [
            .. arrows
                .SelectMany(arrow => new[] { arrow.From, arrow.To })
                .Where(room => !rooms.Contains(room))
                .Distinct()
                .Select(room => $"{room} has no place in the order."),
            .. arrows
                .Where(arrow => rooms.Contains(arrow.To) && rooms.IndexOf(arrow.To) > rooms.IndexOf(arrow.From))
                .Select(arrow => arrow.ToString()),
        ];

    /// <summary>Namespaces from which arrows lead back to themselves.</summary>
    public static ImmutableArray<string> Circles(ImmutableArray<Arrow> arrows)
    {
        var next = arrows.ToLookup(arrow => arrow.From, arrow => arrow.To, StringComparer.Ordinal);
        return [.. next.Select(from => from.Key).Where(room => Reaches(room, room, next, []))];
    }

    private static bool Reaches(string from, string to, ILookup<string, string> next, HashSet<string> seen) =>
        next[from].Any(room => room == to || (seen.Add(room) && Reaches(room, to, next, seen)));
}
