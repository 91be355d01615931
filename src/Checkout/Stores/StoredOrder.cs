using Checkout.Orders;

namespace Checkout.Stores;

/// <summary>An order as it is in the store, with the ETag that guards the next commit.</summary>
public sealed record StoredOrder(Order Order, string ETag);
