using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Administration/Tokens, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class AdministrationTokensFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(ListApiTokens))]
    public Task<IResult> ListApiTokens(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/api_tokens")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(CreateApiToken))]
    public Task<IResult> CreateApiToken(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/shop/{shop_identifier}/api_tokens")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteApiToken))]
    public Task<IResult> DeleteApiToken(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "checkout/shop/{shop_identifier}/api_tokens/{id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
