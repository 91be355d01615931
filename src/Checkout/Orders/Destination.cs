using System.Collections.Immutable;
using Checkout.Addresses;

namespace Checkout.Orders;

/// <summary>What of an order goes to one address (docs/contract/shapes.md#destination).</summary>
/// <param name="Address">Has an id, unique in the order.</param>
/// <param name="Lines">Nothing but what is shipped, except at the order's own address: what is not shipped belongs there.</param>
public sealed record Destination(Address Address, ImmutableArray<SentLine> Lines)
{
    public string Id => Address.Id!;

    /// <summary>It needs a rate.</summary>
    public bool IsShippedTo => Lines.Any(sent => sent.Line.RequiresShipping);

    public ImmutableArray<SentLine> Shipped => [.. Lines.Where(sent => sent.Line.RequiresShipping)];

    /// <summary>Grams.</summary>
    public long Weight => Lines.Where(sent => sent.Line.RequiresShipping).Sum(sent => sent.Part.TotalWeight);
}
