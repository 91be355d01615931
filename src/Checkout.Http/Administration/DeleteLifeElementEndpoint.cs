using Checkout.Http.Frame;
using Checkout.Running;

namespace Checkout.Http.Administration;

public sealed class DeleteLifeElementEndpoint(ShopEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var id = call.Route(AdministrationRoutes.Id);
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop =>
                shop.LifeElements.FirstOrDefault(e => e.PublicId == id) is { } element
                    ? shop with
                    {
                        LifeElements = shop.LifeElements.Remove(element),
                    }
                    : Problem.NotFound("There is no such life element."),
            call.Cancellation
        );
        return Reply.Of(changed, LifeElementsData.Of);
    }
}
