using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.Backend.CreateOrder;
using Checkout.Http.Dialects.Bold;
using Checkout.Orders;

namespace Checkout.Http.Backend.Orders;

/// <summary>
/// An order as the back office reads it: as clients of the checkout see it, and as its own people do. One that a Create Order made says
/// beside its state what became of each command
/// (docs/contract/backend.md#read-an-order).
/// </summary>
public sealed record StoredState(ApplicationState ApplicationState, OrderViewState Order)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<CommandState>? Commands { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StoppedCommand? FailedCommand { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StoppedCommand? WaitingCommand { get; init; }

    public static StoredState Of(Order order) =>
        new(ApplicationState.Of(order), OrderViewState.Of(order))
        {
            Commands = order.Journal is { Commands: { IsEmpty: false } commands } ? [.. commands.Select(CommandState.Of)] : null,
            FailedCommand = StoppedCommand.Failed(order),
            WaitingCommand = StoppedCommand.Waiting(order, []),
        };
}
