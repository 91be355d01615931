using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Checkout.Orders;

public enum CommandStatus
{
    Pending,
    Succeeded,
    Failed,
}
