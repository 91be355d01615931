namespace Checkout.Http;

/// <summary>What the host tells the wire.</summary>
/// <param name="IsDevelopment">Shows what an operator of a production host would not: costs, the test gateway's ledger.</param>
public sealed record HttpSettings(bool IsDevelopment);
