using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Pipeline/ApiDocuments, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class PipelineApiDocumentsFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(OpenApi))]
    public Task<IResult> OpenApi(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "openapi.json")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(ReaderPage))]
    public Task<IResult> ReaderPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "docs")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(ReaderScript))]
    public Task<IResult> ReaderScript(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "docs/reader.js")]
        HttpRequest request) =>
        endpoint.Run(request);
}
