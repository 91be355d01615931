using Checkout.Http.Frame;
using Checkout.Running;

namespace Checkout.Http.Administration;

public sealed class UpdateLifeElementEndpoint(ShopEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<LifeElementRequest>();
        if (!body.Succeeded)
            return body.Problems;
        var fields = body.Value.Check();
        if (!fields.AreFine)
            return fields.Problems;
        var id = call.Route(AdministrationRoutes.Id);
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop =>
                shop.LifeElements.FirstOrDefault(e => e.PublicId == id) is { } element
                    ? shop with
                    {
                        LifeElements = shop.LifeElements.Replace(element, body.Value.Over(element)),
                    }
                    : Problem.NotFound("There is no such life element."),
            call.Cancellation
        );
        return Reply.Of(changed, LifeElementsData.Of);
    }
}
