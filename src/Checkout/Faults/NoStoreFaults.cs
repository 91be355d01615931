namespace Checkout.Faults;

/// <summary>Where no store tells its faults apart.</summary>
public sealed class NoStoreFaults : IStoreFaults
{
    public bool IsAway(Exception fault) => false;
}
