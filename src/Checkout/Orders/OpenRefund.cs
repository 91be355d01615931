using System.Collections.Immutable;

namespace Checkout.Orders;

/// <summary>
/// What a refund still owes besides the money: units to go back to stock, a notice to the shopper. It is written with the
/// refund's intent, so that whoever settles the money after a crash knows of it.
/// </summary>
public sealed record OpenRefund(string OperationId, ImmutableArray<ReturnedLine> Returned, bool NotifyByEmail, string Actor);
