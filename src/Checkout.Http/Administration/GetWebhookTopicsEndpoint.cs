using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Shops;

namespace Checkout.Http.Administration;

public sealed class GetWebhookTopicsEndpoint : ISlice
{
    public Task<Reply> Handle(Call call) =>
        Task.FromResult(
            Reply.Of<ImmutableArray<WebhookTopicState>>([.. WebhookTopic.All.Select(t => new WebhookTopicState(t.Id, t.Name))])
        );
}
