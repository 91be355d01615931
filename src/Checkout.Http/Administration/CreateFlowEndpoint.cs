using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Running;
using Checkout.Shops;

namespace Checkout.Http.Administration;

public sealed class CreateFlowEndpoint(ShopEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<FlowRequest>();
        if (!body.Succeeded)
            return body.Problems;
        var (name, id) = (body.Value.FlowName, body.Value.FlowId);

        // Ids that begin with "bold", and "unassigned", are reserved (docs/contract/decisions.md#d24).
        var fields = new Fields()
            .Required("flow_name", name)
            .Required("flow_id", id)
            .Check(id is null || ConnectorFlows.MayBeNamed(id), "flow_id", "flow_id is reserved.");
        if (!fields.AreFine)
            return fields.Problems;
        var flow = new CheckoutFlow(
            id!,
            name!,
            body.Value.FlowType ?? "custom",
            body.Value.FlowSettings?.ToImmutableDictionary() ?? ImmutableDictionary<string, string>.Empty
        );
        var changed = await editor.Change(call.Route(RouteNames.Shop), shop => Added(shop, flow), call.Cancellation);
        return Reply.Of(changed, shop => FlowsData.Beginning(shop, flow.FlowId));
    }

    /// <summary>A connector that is set up once more names its flow again, and gives up when it is refused.</summary>
    private static Result<Shop> Added(Shop shop, CheckoutFlow flow)
    {
        if (shop.Flows.FirstOrDefault(f => f.FlowId == flow.FlowId) is not { } known)
            return shop with { Flows = shop.Flows.Add(flow) };
        return ConnectorFlows.Ids.Contains(known.FlowId, StringComparer.Ordinal) && known.FlowType == flow.FlowType
            ? shop
            : new Problem("The flow already exists.", "flow.flow_already_exists", "flow_id", "flow_already_exists");
    }
}
