using System.Collections.Frozen;
using Checkout.Payments;

namespace Checkout.Gateways;

/// <summary>The drivers of this host, by name.</summary>
public sealed class PaymentGateways(IEnumerable<KeyValuePair<string, IPaymentGateway>> drivers) : IPaymentGateways
{
    private readonly FrozenDictionary<string, IPaymentGateway> byName = drivers.ToFrozenDictionary(StringComparer.Ordinal);

    public IPaymentGateway? Driver(string name) => byName.GetValueOrDefault(name);
}
