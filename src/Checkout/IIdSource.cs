namespace Checkout;

/// <summary>Where ids come from: random in production, seeded in a simulation. The domain makes none of its own.</summary>
public interface IIdSource
{
    /// <summary>64 characters of [A-Za-z0-9] from a cryptographic source: public order, customer and payment ids.</summary>
    string PublicId();

    /// <summary>A lexically sortable id (ULID), 26 characters.</summary>
    string Ulid();

    /// <summary>
    /// The numeric order id: positive, below 2^53 so that every JSON client reads it exactly,
    /// growing with time so that the newest orders of a shop sort first in its lookup rows.
    /// </summary>
    long OrderId();
}
