namespace Checkout.Payments.TestGateway;

public sealed record TestCard(string Token, string Brand);
