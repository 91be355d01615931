namespace Checkout.Orders;

/// <summary>Which of the messages that one commit keeps together.</summary>
/// <param name="Bundle">Names them together, within the order.</param>
/// <param name="Index">0 for the first.</param>
public readonly record struct OutboxPlace(string Bundle, int Index);
