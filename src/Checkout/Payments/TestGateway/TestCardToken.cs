namespace Checkout.Payments.TestGateway;

/// <param name="Year">Four digits.</param>
public sealed record TestCardToken(string Token, string Brand, string LastFour, int Month, int Year);
