namespace Checkout.Faults;

/// <summary>
/// Named places around every commit at which a test may end the process, to show that what was begun is found again.
/// </summary>
public interface ICrashPoints
{
    /// <summary>Does nothing outside a test; under one it may not return.</summary>
    /// <param name="name">One of <see cref="CrashPoint"/>.</param>
    void Reach(string name);
}
