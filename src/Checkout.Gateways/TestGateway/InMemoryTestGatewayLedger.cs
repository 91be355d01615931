using System.Collections.Concurrent;
using System.Globalization;
using Checkout.Payments.TestGateway;

namespace Checkout.Gateways.TestGateway;

/// <summary>A ledger for tests and simulations: it ends with the process.</summary>
public sealed class InMemoryTestGatewayLedger : ITestGatewayLedger
{
    private readonly ConcurrentDictionary<string, TestGatewayAccount> accounts = new(StringComparer.Ordinal);

    public Task<TestGatewayAccount> Load(string publicOrderId, CancellationToken cancellation) =>
        Task.FromResult(accounts.GetOrAdd(publicOrderId, id => new TestGatewayAccount(id, [], null)));

    public Task<TestGatewayAccount?> Save(TestGatewayAccount account, TestGatewayEntry entry, CancellationToken cancellation)
    {
        var next = account.With(
            entry,
            (int.Parse(account.Version ?? "0", CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture)
        );
        var found = accounts.GetOrAdd(account.PublicOrderId, id => new TestGatewayAccount(id, [], null));
        return Task.FromResult(
            string.Equals(found.Version, account.Version, StringComparison.Ordinal)
            && accounts.TryUpdate(account.PublicOrderId, next, found)
                ? next
                : null
        );
    }
}
