using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Orders;
using Checkout.Running;

namespace Checkout.Http.Backend.SimpleOrders;

/// <summary>Reads a simple order: one storage transaction.</summary>
public sealed class GetSimpleOrderEndpoint(OrderEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var order = await editor.Load(call.ShopIdentifier, call.OrderId, call.Cancellation);
        return Reply.Of(order, stored => SimpleOrderState.Of(stored.Order));
    }
}

/// <param name="State">order_open, order_complete or order_cancelled.</param>
/// <param name="PlatformFriendlyId">The number that the platform's people know the order by.</param>
public sealed record SimpleOrderState(
    string PublicOrderId,
    string State,
    string? PlatformOrderId,
    string? PlatformFriendlyId,
    ApplicationState ApplicationState
)
{
    public const string Complete = "order_complete";

    public static SimpleOrderState Of(Order order) =>
        new(
            order.PublicOrderId,
            order.Status switch
            {
                OrderStatus.Processed => Complete,
                OrderStatus.Canceled => "order_cancelled",
                _ => "order_open",
            },
            order.PlatformOrderId,
            order.PlatformFriendlyId,
            ApplicationState.Of(order)
        );
}
