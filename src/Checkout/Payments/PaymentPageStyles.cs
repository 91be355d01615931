using System.Collections.Immutable;

namespace Checkout.Payments;

/// <summary>The shop's CSS rules for the payment page of one order.</summary>
public sealed record PaymentPageStyles(ImmutableArray<string> Rules, ImmutableArray<MediaStyles> Media);

/// <param name="Condition">The media query under which the rules hold, judged by the shop's window.</param>
public sealed record MediaStyles(string Condition, ImmutableArray<string> Rules);
