using Checkout.Orders;

namespace Checkout.Journeys.Beginning;

/// <summary>A customer as the order will have it, and what the shop keeps of that customer.</summary>
public sealed record RecalledCustomer(Customer Customer, CustomerRecord? Record);
