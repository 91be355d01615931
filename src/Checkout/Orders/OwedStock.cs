using System.Collections.Immutable;

namespace Checkout.Orders;

/// <summary>
/// Units that an order no longer holds and that are to go back into stock. Written in the commit by which it stops holding
/// them: only who made that commit puts them back, and who finds it after a crash does so again, which is harmless.
/// </summary>
/// <param name="Attempt">The try that took them (<see cref="Order.ProcessAttempts"/>).</param>
/// <param name="AreAllTaken">False when the try was given up on the way: then some may not have been taken, and are not to be any
/// more.</param>
public sealed record OwedStock(int Attempt, bool AreAllTaken, ImmutableArray<OwedUnits> Units);
