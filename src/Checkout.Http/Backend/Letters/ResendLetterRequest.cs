namespace Checkout.Http.Backend.Letters;

/// <param name="Kind">order_confirmation, shipped, refunded, canceled, payment_failed or abandoned.</param>
/// <param name="Language">en, fr, …; absent takes the shop's.</param>
public sealed record ResendLetterRequest(string? Kind, string? Language);

/// <summary>A letter that is in the outbox.</summary>
public sealed record QueuedLetter(string Kind, string EmailAddress);
