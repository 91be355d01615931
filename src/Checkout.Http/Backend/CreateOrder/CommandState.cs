using Checkout.Http.Frame.Json;
using Checkout.Orders;

namespace Checkout.Http.Backend.CreateOrder;

/// <param name="Status"><c>succeeded</c>, <c>failed</c> or <c>pending</c>.</param>
public sealed record CommandState(string Key, string Command, [property: WordsOf(typeof(CommandStatuses))] string Status)
{
    public static CommandState Of(JournalCommand command) =>
        new(
            command.Key,
            command.Command,
            command.Status switch
            {
                CommandStatus.Succeeded => CommandStatuses.Succeeded,
                CommandStatus.Failed => CommandStatuses.Failed,
                _ => CommandStatuses.Pending,
            }
        );
}

internal static class CommandStatuses
{
    public const string Succeeded = "succeeded";
    public const string Failed = "failed";
    public const string Pending = "pending";
}
