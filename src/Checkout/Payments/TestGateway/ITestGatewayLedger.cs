namespace Checkout.Payments.TestGateway;

/// <summary>
/// Where the test gateway remembers what it was asked, by order and idempotency key. It plays the memory of a
/// payment processor, so it must outlive the host.
/// </summary>
public interface ITestGatewayLedger
{
    /// <summary>All that was asked for an order; empty when nothing was.</summary>
    Task<TestGatewayAccount> Load(string publicOrderId, CancellationToken cancellation);

    /// <summary>
    /// Adds the entry, or replaces the one with its key: the account as it is then. Null, and nothing written, when the
    /// order's account is not the one that was decided on: at most one of several callers that decided on the same wins.
    /// </summary>
    Task<TestGatewayAccount?> Save(TestGatewayAccount account, TestGatewayEntry entry, CancellationToken cancellation);
}
