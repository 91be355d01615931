using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Webhooks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Webhooks;

public sealed class RecordedWebhookCallsTests
{
    private static readonly WebhookSubscription Hook =
        new("hook", "order/processed", "https://hook.example.com", "shared", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);

    [Fact]
    public async Task Post_ThatCannotBeWrittenDown_IsAnsweredAsTheReceiverDid()
    {
        var calls = new Mock<IWebhookCalls>();
        calls
            .Setup(c => c.Post("shop1", "order", Hook, It.IsAny<OutboxMessage>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(WebhookAnswer.Taken);
        var deliveries = new Mock<IWebhookDeliveries>();
        deliveries
            .Setup(d => d.Add("shop1", It.IsAny<WebhookDelivery>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new IOException("The store is away."));
        var recorded = new RecordedWebhookCalls(
            calls.Object,
            deliveries.Object,
            new FakeTimeProvider(),
            NullLogger<RecordedWebhookCalls>.Instance
        );

        var answer = await recorded.Post("shop1", "order", Hook, new OutboxMessage("1", "webhook", Hook.Topic, Hook.Id, "{}"), default);

        answer.ShouldBe(WebhookAnswer.Taken);
        deliveries.Verify(d => d.Add("shop1", It.IsAny<WebhookDelivery>(), It.IsAny<CancellationToken>()), Times.Once);
    }
}
