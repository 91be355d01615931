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
    private static readonly WebhookSubscription Hook = new(
        "hook",
        "order/processed",
        "https://hook.example.com",
        "shared",
        DateTimeOffset.UnixEpoch,
        DateTimeOffset.UnixEpoch
    );

    private static readonly OutboxMessage Message = new("1", "webhook", Hook.Topic, Hook.Id, "{}");

    [Fact]
    public async Task Post_ThatIsWrittenDown_AnswersTheTryAsItIsListed()
    {
        var calls = new Mock<IWebhookCalls>();
        calls
            .Setup(c => c.Post("shop1", "order", Hook, Message, It.IsAny<CancellationToken>()))
            .ReturnsAsync(new WebhookAnswer("The answer has status 500.") { Status = 500, Excerpt = "oh no" });
        var deliveries = new Mock<IWebhookDeliveries>();
        WebhookDelivery? listed = null;
        deliveries
            .Setup(d => d.Add("shop1", It.IsAny<WebhookDelivery>(), It.IsAny<CancellationToken>()))
            .Callback((string _, WebhookDelivery delivery, CancellationToken _) => listed = delivery);
        var recorded = new RecordedWebhookCalls(
            calls.Object,
            deliveries.Object,
            new FakeTimeProvider(),
            NullLogger<RecordedWebhookCalls>.Instance
        );

        var answer = await recorded.Post("shop1", "order", Hook, Message, default);

        answer.Listed.ShouldBe(listed.ShouldNotBeNull());
        (listed.HttpStatus, listed.Failure, listed.Excerpt, listed.Message.Attempts, listed.PublicOrderId).ShouldBe(
            (500, "The answer has status 500.", "oh no", 1, "order")
        );
    }

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

        var answer = await recorded.Post("shop1", "order", Hook, Message, default);

        answer.ShouldBe(WebhookAnswer.Taken);
        deliveries.Verify(d => d.Add("shop1", It.IsAny<WebhookDelivery>(), It.IsAny<CancellationToken>()), Times.Once);
    }
}
