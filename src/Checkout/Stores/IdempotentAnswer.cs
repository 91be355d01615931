namespace Checkout.Stores;

/// <summary>The answer to a call with an idempotency key, kept in the order's partition.</summary>
/// <param name="BodyHash">SHA-256 of the canonical request, hex.</param>
/// <param name="OperationId">The operation it began; the answer is read from that operation's transactions.</param>
public sealed record IdempotentAnswer(string Key, string BodyHash, string OperationId);
