using Checkout.Orders;

namespace Checkout.Http.Backend.CreateOrder;

/// <param name="Status"><c>succeeded</c>, <c>failed</c> or <c>pending</c>.</param>
public sealed record CommandState(string Key, string Command, string Status)
{
    public static CommandState Of(JournalCommand command) =>
        new(
            command.Key,
            command.Command,
            command.Status switch
            {
                CommandStatus.Succeeded => "succeeded",
                CommandStatus.Failed => "failed",
                _ => "pending",
            }
        );
}
