using System.Collections.Immutable;

namespace Checkout.Orders;

/// <summary>The shop's CSS rules for the payment page of one order.</summary>
public sealed record PaymentPageStyles(ImmutableArray<string> Rules, ImmutableArray<MediaStyles> Media);
