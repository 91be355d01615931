using Microsoft.DurableTask.Client;

namespace Checkout.Functions;

/// <summary>
/// The Durable client, for classes that are no functions. The worker hands a client only to a function that asks for one,
/// and every one of them leads to the same task hub, so each leaves it here for the code it calls.
/// </summary>
public sealed class DurableConnection
{
    private volatile DurableTaskClient? client;

    /// <summary>Null until the first function of this process that has one was called.</summary>
    public DurableTaskClient? Client => client;

    public void Use(DurableTaskClient given) => client = given;
}
