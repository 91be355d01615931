using Checkout.Stores;

namespace Checkout.Running;

/// <summary>What became of a wake-up that was handled.</summary>
/// <param name="PutOff">The one in its place; null when the work is done.</param>
public sealed record WakeUpOutcome(WakeUp? PutOff)
{
    public static WakeUpOutcome Done { get; } = new((WakeUp?)null);
}
