using Checkout.Functions.Http.Triggers;
using Checkout.Functions.Tests.CreateOrder;
using Checkout.Functions.Timers;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Functions.Tests.Timers;

public sealed class WebhookRetryTests(FunctionsStage stage) : IClassFixture<FunctionsStage>
{
    [Fact]
    public async Task CancelOrder_SubscriberDoesNotAnswer_ATimerComesWithinSeconds()
    {
        await using var app = stage.Open();
        var shops = app.Service<IShops>();
        var shop = (await shops.Find(FunctionsStage.Shop, CancellationToken.None))!;
        var hook = new WebhookSubscription("hook", WebhookTopic.OrderCancelled, "http://127.0.0.1:1", "secret", default, default);
        (await shops.Save(shop with { Webhooks = [hook] }, etag: null, CancellationToken.None)).Value.ShouldBeTrue();
        var request = FunctionsStage.Request("webhook retry");
        request.Remove("commands");
        var order = await app.CreateOrder(request);
        (await app.OfOrder(nameof(BackendOrdersFunctions.CancelOrder), order.OrderId, [])).Status.ShouldBe(200);

        var sending = new WakeUp(order.OrderId, WakeUpKinds.Outbox, DateTimeOffset.UtcNow.AddSeconds(5));
        await app.Service<WakeUpSweep>().Handle(sending, CancellationToken.None);

        var (instance, retry) = app.Hub.Timers.Where(t => t.Value.Kind == WakeUpKinds.Outbox).ShouldHaveSingleItem();
        instance.ShouldBe(DurableWakeUps.InstanceOf(retry));
        (retry.Due - DateTimeOffset.UtcNow).ShouldBeLessThan(TimeSpan.FromSeconds(6));
    }
}
