using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Running;

namespace Checkout.Http.Administration;

public sealed class UpdateFlowEndpoint(ShopEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<FlowRequest>();
        if (!body.Succeeded)
            return body.Problems;
        var id = call.Route(AdministrationRoutes.Id);
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop =>
                shop.Flows.FirstOrDefault(f => f.FlowId == id) is { } flow
                    ? shop with
                    {
                        Flows = shop.Flows.Replace(
                            flow,
                            flow with
                            {
                                FlowName = body.Value.FlowName ?? flow.FlowName,
                                FlowType = body.Value.FlowType ?? flow.FlowType,
                                Settings = body.Value.FlowSettings?.ToImmutableDictionary() ?? flow.Settings,
                            }
                        ),
                    }
                    : Problem.NotFound("There is no such flow."),
            call.Cancellation
        );
        return Reply.Of(changed, FlowsData.Of);
    }
}
