namespace Checkout.Orders;

public sealed record SplitCondition(string Policy, string ConditionType, string Billing, string ShippingCost, string Discount);
