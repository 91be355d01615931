using System.Collections.Immutable;

namespace Checkout.Shops;

public sealed record CheckoutFlow(string FlowId, string FlowName, string FlowType, ImmutableDictionary<string, string> Settings);
