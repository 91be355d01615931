using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Microsoft.Extensions.Logging;

namespace Checkout.Webhooks;

/// <summary>Carries webhooks to the URLs of their subscriptions; one whose server answers that it is gone is stopped.</summary>
public sealed partial class WebhookCarrier(IWebhookCalls calls, ShopEditor editor, TimeProvider time, ILogger<WebhookCarrier> log)
    : IMessageCarrier
{
    /// <summary>The kind of the outbox messages that are webhooks.</summary>
    public const string Webhook = "webhook";

    private const string Gone = "its server answered 410.";

    public string Kind => Webhook;

    public string Server(Shop shop, OutboxMessage message) => Subscription(shop, message)?.CallbackUrl ?? "";

    public string? Unwanted(Shop shop, OutboxMessage message) =>
        Subscription(shop, message) is not { } subscription ? "The webhook was deleted."
        : subscription.StoppedAt is not null ? $"The webhook is stopped: {subscription.StoppedBecause}"
        : null;

    public async Task<Delivery> Carry(Shop shop, Order? order, OutboxMessage message, CancellationToken cancellation)
    {
        var answer = await calls.Post(shop.Identifier, order?.PublicOrderId ?? "", Subscription(shop, message)!, message, cancellation);
        return answer.IsGone
            ? Delivery.Failed($"The webhook is stopped: {Gone}") with
            {
                IsFinal = true,
                Shop = await Stop(shop, message, cancellation),
            }
            : answer.Delivery;
    }

    /// <summary>The shop with the subscription stopped.</summary>
    private async Task<Shop> Stop(Shop shop, OutboxMessage message, CancellationToken cancellation)
    {
        var stopped = await editor.Change(
            shop.Identifier,
            changed =>
                Subscription(changed, message) is { StoppedAt: null } subscription
                    ? changed with
                    {
                        Webhooks = changed.Webhooks.Replace(subscription, subscription.Stop(Gone, time.GetUtcNow())),
                    }
                    : changed,
            cancellation
        );
        Stopped(log, message.Destination, shop.Identifier);
        return stopped.Succeeded ? stopped.Value.WithOwnSecretsOnly() : shop;
    }

    private static WebhookSubscription? Subscription(Shop shop, OutboxMessage message) =>
        shop.Webhooks.FirstOrDefault(w => w.Id == message.Destination);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook {Webhook} of shop {Shop} is stopped: its server answered 410")]
    private static partial void Stopped(ILogger log, string webhook, string shop);
}
