namespace Checkout.Orders;

public enum CommandStatus
{
    Pending,
    Succeeded,
    Failed,
}
