using Checkout.Http.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Checkout.Functions.Http;

/// <summary>The pages that shoppers open.</summary>
public sealed class PageFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(ShowCheckout))]
    public Task<IResult> ShowCheckout([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PageRoutes.Checkout)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetPageFile))]
    public Task<IResult> GetPageFile([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PageRoutes.File)] HttpRequest request) =>
        endpoint.Run(request);
}
