using System.Reflection;

namespace Checkout.Simulation.Storage;

/// <summary>
/// A port that nobody asks in a simulation: the shop sells no gift certificates, keeps no list of its cards, and is to forget
/// nobody.
/// </summary>
public class Unasked : DispatchProxy
{
    public static T Port<T>()
        where T : class => Create<T, Unasked>();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        throw new NotSupportedException($"{targetMethod?.DeclaringType?.Name}.{targetMethod?.Name} was asked.");
}
