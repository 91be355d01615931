namespace Checkout.Stores;

/// <summary>
/// A note that work must go on at a time, whatever happens to the process. Written before the commit that makes the
/// work (a wake-up without work is harmless), deleted after the work is done.
/// </summary>
/// <param name="Attempt">0 the first time; grows when the work had to be put off.</param>
public sealed record WakeUp(string PublicOrderId, string Kind, DateTimeOffset Due, int Attempt = 0);
