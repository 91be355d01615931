namespace Checkout.Webhooks;

/// <param name="More">There are more than one call replays.</param>
public readonly record struct ReplayedLetters(int Replayed, bool More);
