namespace Checkout.Orders;

/// <summary>Something that happened to a gift card.</summary>
/// <param name="Kind">issue, charge, refund, adjust or disable.</param>
/// <param name="Amount">Minor units that came onto the card; below zero when they went.</param>
public sealed record GiftCardMove(DateTimeOffset At, string Kind, long Amount, string? PublicOrderId, string? Reason);
