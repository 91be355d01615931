namespace Checkout.Orders;

public sealed record GatewayPriority(string PublicId, int? Priority);
