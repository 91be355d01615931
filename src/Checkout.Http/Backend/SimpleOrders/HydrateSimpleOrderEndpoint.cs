using Checkout.Changing.Hydrating;
using Checkout.Http.Frame;
using Checkout.Journeys.Beginning;
using Checkout.Orders;
using Checkout.Running;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Backend.SimpleOrders;

/// <summary>
/// Makes a simple order what the platform says it is (docs/contract/backend.md#simple-orders). Two storage transactions, and a third for
/// a customer that the shop may know.
/// </summary>
public sealed class HydrateSimpleOrderEndpoint(OrderEditor editor, BeginOrder begin, IIdSource ids) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<HydrateRequest>()).Then(HydrateRequest.Check);
        if (!read.Succeeded)
            return read.Problems;
        var said = read.Value.ToOrder(ids);
        if (said.Customer is { } customer)
            said = said with { Customer = await begin.Known(call.Shop, customer, call.Cancellation) };
        var hydrated = await editor.Change(
            call.ShopIdentifier,
            call.OrderId,
            call.Actor,
            (order, _, occasion) => HydrateOrder.Decide(order, Kept(order, said), occasion),
            call.Cancellation
        );
        return Reply.Of(hydrated, SimpleOrderState.Of) with { Status = hydrated.Succeeded ? StatusCodes.Status201Created : null };
    }

    /// <summary>A guest keeps the public id that the order gave them before.</summary>
    private static HydratedOrder Kept(Order order, HydratedOrder said) =>
        said.Customer is { IsAuthenticated: false } guest && order.Customer is { IsAuthenticated: false, PublicId: { } known }
            ? said with
            {
                Customer = guest with { PublicId = known },
            }
            : said;
}
