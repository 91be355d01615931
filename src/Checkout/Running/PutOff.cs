namespace Checkout.Running;

/// <summary>How long work that could not be done is put off: doubling from the first wait to the longest.</summary>
public static class PutOff
{
    public static TimeSpan After(int attempt, TimeSpan first, TimeSpan longest)
    {
        var wait = first * (1L << Math.Clamp(attempt, 0, 30));
        return wait < longest ? wait : longest;
    }
}
