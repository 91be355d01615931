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
            .Check(
                id is null || (!id.StartsWith("bold", StringComparison.OrdinalIgnoreCase) && id != "unassigned"),
                "flow_id",
                "flow_id is reserved."
            );
        if (!fields.AreFine)
            return fields.Problems;
        var flow = new CheckoutFlow(
            id!,
            name!,
            body.Value.FlowType ?? "custom",
            body.Value.FlowSettings?.ToImmutableDictionary() ?? ImmutableDictionary<string, string>.Empty
        );
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop =>
                shop.Flows.Any(f => f.FlowId == flow.FlowId)
                    ? new Problem("The flow already exists.", "flow.flow_already_exists", "flow_id", "flow_already_exists")
                    : shop with
                    {
                        Flows = shop.Flows.Add(flow),
                    },
            call.Cancellation
        );
        return Reply.Of(changed, FlowsData.Of);
    }
}
