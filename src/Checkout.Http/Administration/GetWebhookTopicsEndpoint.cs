using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Checkout.Http.Dialects;
using Checkout.Http.Frame;
using Checkout.Shops;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Administration;

public sealed class GetWebhookTopicsEndpoint : ISlice
{
    public Task<IResult> Handle(Call call) =>
        Task.FromResult(Answers.Data<ImmutableArray<WebhookTopicState>>([.. WebhookTopic.All.Select(t => new WebhookTopicState(t.Id, t.Name))]));
}
