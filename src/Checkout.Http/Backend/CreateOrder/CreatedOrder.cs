using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.Dialects.Bold;
using Checkout.Orders;

namespace Checkout.Http.Backend.CreateOrder;

/// <summary>The order of a Create Order call and what became of each command (docs/contract/create-order.md#answer).</summary>
public sealed record CreatedOrder(string PublicOrderId, ApplicationState ApplicationState, ImmutableArray<CommandState> Commands)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StoppedCommand? FailedCommand { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StoppedCommand? WaitingCommand { get; init; }

    /// <param name="reasons">Why the next command is not done yet, as far as the call knows.</param>
    public static CreatedOrder Of(Order order, ImmutableArray<Problem> reasons) =>
        new(order.PublicOrderId, ApplicationState.Of(order), [.. (order.Journal?.Commands ?? []).Select(CommandState.Of)])
        {
            FailedCommand = StoppedCommand.Failed(order),
            WaitingCommand = StoppedCommand.Waiting(order, reasons),
        };
}
