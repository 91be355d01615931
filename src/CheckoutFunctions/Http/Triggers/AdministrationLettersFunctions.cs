using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Administration/Letters, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class AdministrationLettersFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(GetLetters))]
    public Task<IResult> GetLetters(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/letters")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(PreviewLetter))]
    public Task<IResult> PreviewLetter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/letters/{kind}/preview")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(TestLetter))]
    public Task<IResult> TestLetter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/shop/{shop_identifier}/letters/{kind}/test")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
