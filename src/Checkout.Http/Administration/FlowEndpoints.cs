using System.Collections.Immutable;
using Checkout.Shops;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Administration;

public sealed record FlowState(string FlowId, string FlowName, string FlowType, ImmutableDictionary<string, string> FlowSettings)
{
    public static FlowState Of(CheckoutFlow flow) => new(flow.FlowId, flow.FlowName, flow.FlowType, flow.Settings);
}

public sealed record FlowsData(ImmutableArray<FlowState> Flows)
{
    public static FlowsData Of(Shop shop) => new([.. shop.Flows.Select(FlowState.Of)]);
}

public sealed record FlowRequest(string? FlowName, string? FlowId, string? FlowType, IReadOnlyDictionary<string, string>? FlowSettings);

public sealed class GetFlowsEndpoint(IShops shops) : ISlice
{
    public async Task<IResult> Handle(Call call) => await shops.Load(call.Route(RouteNames.Shop), call.Cancellation) is { } stored
        ? Answers.Data(FlowsData.Of(stored.Shop))
        : Answers.Refused(Problem.NotFound());
}

/// <summary>The flows that an order may name: those of the shop.</summary>
public sealed class GetAvailableFlowsEndpoint(IShops shops) : ISlice
{
    public Task<IResult> Handle(Call call) => new GetFlowsEndpoint(shops).Handle(call);
}

public sealed class CreateFlowEndpoint(ShopEditor editor) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var body = await call.Read<FlowRequest>();
        if (!body.Succeeded)
            return Answers.Refused(body.Problems);
        var (name, id) = (body.Value.FlowName, body.Value.FlowId);

        // The first four letters «bold» and the value «unassigned» are reserved (wire-contract.md, F14).
        var fields = new Fields().Required("flow_name", name).Required("flow_id", id)
            .Check(id is null || (!id.StartsWith("bold", StringComparison.OrdinalIgnoreCase) && id != "unassigned"), "flow_id", "flow_id is reserved.");
        if (!fields.AreFine)
            return Answers.Refused(fields.Problems);
        var flow = new CheckoutFlow(id!, name!, body.Value.FlowType ?? "custom", body.Value.FlowSettings?.ToImmutableDictionary() ?? ImmutableDictionary<string, string>.Empty);
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop => shop.Flows.Any(f => f.FlowId == flow.FlowId)
                ? new Problem("The flow already exists.", "flow.flow_already_exists", "flow_id", "flow_already_exists")
                : shop with { Flows = shop.Flows.Add(flow) },
            call.Cancellation);
        return Answers.Of(changed, FlowsData.Of);
    }
}

public sealed class UpdateFlowEndpoint(ShopEditor editor) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var body = await call.Read<FlowRequest>();
        if (!body.Succeeded)
            return Answers.Refused(body.Problems);
        var id = call.Route(AdministrationRoutes.Id);
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop => shop.Flows.FirstOrDefault(f => f.FlowId == id) is { } flow
                ? shop with
                {
                    Flows = shop.Flows.Replace(flow, flow with
                    {
                        FlowName = body.Value.FlowName ?? flow.FlowName,
                        FlowType = body.Value.FlowType ?? flow.FlowType,
                        Settings = body.Value.FlowSettings?.ToImmutableDictionary() ?? flow.Settings,
                    }),
                }
                : Problem.NotFound("There is no such flow."),
            call.Cancellation);
        return Answers.Of(changed, FlowsData.Of);
    }
}

public sealed class DeleteFlowEndpoint(ShopEditor editor) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var id = call.Route(AdministrationRoutes.Id);
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop => shop.Flows.FirstOrDefault(f => f.FlowId == id) is { } flow ? shop with { Flows = shop.Flows.Remove(flow) } : Problem.NotFound("There is no such flow."),
            call.Cancellation);
        return Answers.Of(changed, FlowsData.Of);
    }
}
