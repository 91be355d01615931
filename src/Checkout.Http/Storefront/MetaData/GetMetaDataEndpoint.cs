using Checkout.Changing.MetaData;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Orders;

namespace Checkout.Http.Storefront.MetaData;

public sealed class GetMetaDataEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<Reply> Handle(Call call) => Reply.Of(await orders.Read(call), MetaDataAnswer.Of);
}

internal static class MetaDataChanges
{
    public static async Task<Reply> Run(Call call, ShopperOrder orders, Func<Order, MetaDataChange, Occasion, Result<Order>> decide)
    {
        var read = (await call.Read<MetaDataBody>()).Then(body => MetaDataBody.Check(new Fields(), "", body).Then(() => ToChange(body)));
        if (!read.Succeeded)
            return read.Problems;
        return Reply.Of(await orders.Change(call, (order, _, occasion) => decide(order, read.Value, occasion)), MetaDataAnswer.Of);
    }

    private static MetaDataChange ToChange(MetaDataBody body) =>
        new()
        {
            CartParameters = body.CartParameters,
            NoteAttributes = body.NoteAttributes,
            Notes = body.Notes,
            Tags = body.Tags is { IsDefault: false } tags ? [.. tags.OfType<string>()] : null,
        };
}

public sealed record MetaDataAnswer(MetaDataState OrderMetaData, ApplicationState ApplicationState)
{
    public static MetaDataAnswer Of(Order order) => new(MetaDataState.Of(order.MetaData), ApplicationState.Of(order));
}
