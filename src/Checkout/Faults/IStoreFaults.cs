namespace Checkout.Faults;

/// <summary>Tells a store that is away for a while from a fault of the program.</summary>
public interface IStoreFaults
{
    /// <summary>The store did not answer, or was too busy to: the same call may go well a few seconds later.</summary>
    bool IsAway(Exception fault);
}
