using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Journeys.CreateOrder;
using Checkout.Orders;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Checkout.Http.Backend.CreateOrder;

/// <summary>Creates an order and carries it through its commands (docs/contract/create-order.md).</summary>
public sealed class CreateOrderEndpoint(ICreateOrderDriver driver) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var request = (await call.ReadHashed<CreateOrderBody>()).Then(read => CreateOrderBody.Check(read.Body).Map(body => body.ToRequest(read.Hash)));
        if (!request.Succeeded)
            return request.Problems;

        var outcome = await driver.Run(call.Shop, request.Value, call.Cancellation);
        if (outcome.Ended is not { } ended)
            return StillRunning(call, outcome.RunningOrderId!);
        if (!ended.Succeeded)
            return ended.Problems;
        var answer = CreatedOrder.Of(ended.Value);
        return ended.Value.Journal?.FailedCommand is { } failed
            ? Reply.Refused(failed.Problems, answer) with { Status = StatusCodes.Status422UnprocessableEntity }
            : Reply.Of(answer);
    }

    private static Reply StillRunning(Call call, string publicOrderId) => Reply.Of(new RunningOrder(publicOrderId)) with
    {
        Status = StatusCodes.Status202Accepted,
        Headers = [new(HeaderNames.Location, $"/checkout/orders/{call.ShopIdentifier}/{publicOrderId}")],
    };
}

public sealed record CreatedOrder(string PublicOrderId, ApplicationState ApplicationState, ImmutableArray<CommandState> Commands)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FailedCommand? FailedCommand { get; init; }

    public static CreatedOrder Of(Order order) => new(
        order.PublicOrderId,
        ApplicationState.Of(order),
        [.. (order.Journal?.Commands ?? []).Select(CommandState.Of)])
    {
        FailedCommand = order.Journal?.FailedCommand is { } failed ? new FailedCommand(failed.Key, failed.Command) : null,
    };
}

public sealed record CommandState(string Key, string Command, string Status)
{
    public static CommandState Of(JournalCommand command) => new(command.Key, command.Command, command.Status switch
    {
        CommandStatus.Succeeded => "succeeded",
        CommandStatus.Failed => "failed",
        _ => "pending",
    });
}

public sealed record FailedCommand(string Key, string Command);

public sealed record RunningOrder(string PublicOrderId);
