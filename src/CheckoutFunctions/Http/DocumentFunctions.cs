using Checkout.Http.Pipeline.ApiDocuments;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Checkout.Functions.Http;

/// <summary>What describes the API.</summary>
public sealed class DocumentFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(OpenApi))]
    public Task<IResult> OpenApi([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DocumentRoutes.Document)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(ReaderPage))]
    public Task<IResult> ReaderPage([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DocumentRoutes.Reader)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(ReaderScript))]
    public Task<IResult> ReaderScript([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DocumentRoutes.ReaderScript)] HttpRequest request) =>
        endpoint.Run(request);
}
