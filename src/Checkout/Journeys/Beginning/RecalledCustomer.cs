using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Journeys.Beginning;

/// <summary>A customer as the order will bear him, and what the shop keeps of him.</summary>
public sealed record RecalledCustomer(Customer Customer, CustomerRecord? Record);
