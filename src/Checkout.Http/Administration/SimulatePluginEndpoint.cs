using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Plugins;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Http.Administration;

/// <summary>Raises an event for an order with one plugin, and shows what its answer would change. Nothing is written.</summary>
public sealed class SimulatePluginEndpoint(IShops shops, IOrderStore orders, PluginSimulator simulator) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = await call.Read<SimulatePluginRequest>();
        if (!read.Succeeded)
            return read.Problems;
        var request = read.Value;
        var isHook = request.Event == PluginEventNames.AppHook;
        var fields = new Fields()
            .Required("event", request.Event)
            .OneOf("event", request.Event, [.. PluginEventNames.All])
            .Required("public_order_id", request.PublicOrderId)
            .Check(!isHook || request.Hook is { Length: > 0 }, "hook", "app_hook needs a hook.", "required")
            .Check(isHook || (request.Hook ?? (object?)request.AppHookData) is null, "hook", "Only app_hook has a hook.", "not_allowed");
        if (!fields.AreFine)
            return fields.Problems;
        var (identifier, uuid) = (call.Route(RouteNames.Shop), call.Route(AdministrationRoutes.Id));
        if (
            (await shops.Load(identifier, call.Cancellation))?.Shop.WithOwnSecretsOnly() is not { } shop
            || shop.Plugins.FirstOrDefault(p => p.Uuid == uuid) is not { } plugin
        )
            return Problem.NotFound("There is no such plugin.");
        if ((await orders.Load(request.PublicOrderId!, call.Cancellation))?.Order is not { } order || order.ShopIdentifier != identifier)
            return Problem.NotFound("There is no such order.");
        var @event = new PluginEvent(request.Event!)
        {
            Properties = isHook ? Properties(request) : ImmutableDictionary<string, JsonElement>.Empty,
        };
        return Reply.Of(SimulationState.Of(await simulator.Run(order, shop, plugin, @event, call.Cancellation), plugin));
    }

    private static ImmutableDictionary<string, JsonElement> Properties(SimulatePluginRequest request) =>
        (request.AppHookData ?? ImmutableDictionary<string, JsonElement>.Empty).SetItem(
            "hook",
            JsonSerializer.SerializeToElement(request.Hook!, WireJson.Of<string>())
        );
}

/// <param name="Hook">With app_hook alone, as <paramref name="AppHookData"/>.</param>
public sealed record SimulatePluginRequest(
    string? Event,
    string? PublicOrderId,
    string? Hook,
    ImmutableDictionary<string, JsonElement>? AppHookData
);

/// <summary>What a plugin was asked and answered, and what would come of it (docs/contract/plugins.md#simulator).</summary>
/// <param name="RefusedBecause">Why none of the actions applies to an order that is placed; null when they do.</param>
public sealed record SimulationState(
    SimulatedRequestState Request,
    SimulatedAnswerState Answer,
    ImmutableArray<OrderChangeState> Withdrawn,
    ImmutableArray<SimulatedActionState> Actions,
    string? RefusedBecause
)
{
    private const int LongestAnswer = 64 * 1024;

    public static SimulationState Of(Simulation simulation, PluginSettings plugin) =>
        new(
            new SimulatedRequestState(plugin.EventUrl, simulation.EventId, JsonNode.Parse(simulation.Request.Span)),
            new SimulatedAnswerState(simulation.Failure, Text(simulation.Answer.Span)),
            [.. simulation.Withdrawn.Select(OrderChangeState.Of)],
            [.. simulation.Actions.Select(SimulatedActionState.Of)],
            simulation.Refused?.Message
        );

    private static string Text(ReadOnlySpan<byte> body) => Encoding.UTF8.GetString(body[..Math.Min(body.Length, LongestAnswer)]);
}

/// <param name="Body">What was posted.</param>
public sealed record SimulatedRequestState(string Url, string EventId, JsonNode? Body);

/// <param name="SkippedBecause">Why the plugin would be skipped; null when its actions apply.</param>
/// <param name="Body">As it came, its first 64 KiB.</param>
public sealed record SimulatedAnswerState(string? SkippedBecause, string Body);

public sealed record SimulatedActionState(
    string Type,
    bool Applies,
    ImmutableArray<string> RefusedBecause,
    ImmutableArray<OrderChangeState> Changes
)
{
    public static SimulatedActionState Of(SimulatedAction action) =>
        new(
            action.Type,
            action.Refused.IsEmpty,
            [.. action.Refused.Select(problem => $"{problem.Field}: {problem.Message}")],
            [.. action.Changes.Select(OrderChangeState.Of)]
        );
}

/// <param name="Path">In the order's document, such as fees[0]; null is where the place is not.</param>
public sealed record OrderChangeState(string Path, JsonNode? Before, JsonNode? After)
{
    public static OrderChangeState Of(OrderChange change) => new(change.Path, change.Before, change.After);
}
