using System.Collections.Immutable;

namespace Checkout.Orders;

/// <summary>The units that came back with a refund.</summary>
/// <param name="OperationId">See <see cref="PaymentTransaction.OperationId"/>.</param>
public sealed record RefundedLines(string OperationId, ImmutableArray<ReturnedLine> Lines);
