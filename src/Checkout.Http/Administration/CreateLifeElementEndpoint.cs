using Checkout.Http.Frame;
using Checkout.Running;
using Checkout.Shops;

namespace Checkout.Http.Administration;

public sealed class CreateLifeElementEndpoint(ShopEditor editor, IIdSource ids) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<LifeElementRequest>();
        if (!body.Succeeded)
            return body.Problems;
        var fields = body
            .Value.Check()
            .Required("input_label", body.Value.InputLabel)
            .Required("location", body.Value.Location)
            .Required("meta_data_field", body.Value.MetaDataField);
        if (!fields.AreFine)
            return fields.Problems;
        var element = body.Value.Over(new LifeElement { PublicId = ids.PublicId() });
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop => shop with { LifeElements = shop.LifeElements.Add(element) },
            call.Cancellation
        );
        return Reply.Of(changed, LifeElementsData.Of);
    }
}
