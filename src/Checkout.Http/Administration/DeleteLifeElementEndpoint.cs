using System.Collections.Immutable;
using Checkout.Http.Dialects;
using Checkout.Http.Frame;
using Checkout.Http.Hosting;
using Checkout.Running;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Administration;

public sealed class DeleteLifeElementEndpoint(ShopEditor editor) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var id = call.Route(AdministrationRoutes.Id);
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop => shop.LifeElements.FirstOrDefault(e => e.PublicId == id) is { } element
                ? shop with { LifeElements = shop.LifeElements.Remove(element) }
                : Problem.NotFound("There is no such life element."),
            call.Cancellation);
        return Answers.Of(changed, LifeElementsData.Of);
    }
}
