using System.Collections.Frozen;

namespace Checkout.Payments.TestGateway;

public sealed record TestCard(string Token, string Brand);
