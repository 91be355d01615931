using Checkout.Orders;

namespace Checkout.Pricing;

public sealed record PricedFee(OrderFee Fee, long Amount);
