using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Webhooks;

/// <summary>Carries what the remote state authority is told to its URL; where there is none any more, it counts as taken.</summary>
public sealed class StateCarrier(IWebhookCalls calls) : IMessageCarrier
{
    public string Kind => StateEvent.Kind;

    public string Server(Shop shop, OutboxMessage message) => shop.RemoteStateAuthority?.Url ?? "";

    public string? Unwanted(Shop shop, OutboxMessage message) => null;

    public async Task<Delivery> Carry(Shop shop, Order? order, OutboxMessage message, CancellationToken cancellation) =>
        shop.RemoteStateAuthority is { } authority ? (await calls.Post(authority, message, cancellation)).Delivery : Delivery.Taken;
}
