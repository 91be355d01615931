namespace Checkout.Payments;

/// <summary>The order after a money call, and the operation whose movements are the answer.</summary>
public sealed record MoneyAnswer(Orders.Order Order, MoneyOperation Operation);
