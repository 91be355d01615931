using Checkout.Http.Frame;
using Checkout.Running;

namespace Checkout.Http.Administration;

public sealed class DeleteFlowEndpoint(ShopEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var id = call.Route(AdministrationRoutes.Id);
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop =>
                shop.Flows.FirstOrDefault(f => f.FlowId == id) is { } flow
                    ? shop with
                    {
                        Flows = shop.Flows.Remove(flow),
                    }
                    : Problem.NotFound("There is no such flow."),
            call.Cancellation
        );
        return Reply.Of(changed, FlowsData.Of);
    }
}
