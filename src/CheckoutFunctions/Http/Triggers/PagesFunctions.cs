using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Pages, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class PagesFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(ShowFrontDoor))]
    public Task<IResult> ShowFrontDoor(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{root:maxlength(0)?}")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(ShowConsole))]
    public Task<IResult> ShowConsole(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/{*view}")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(ShowCheckout))]
    public Task<IResult> ShowCheckout(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/{shop_identifier}/{public_order_id}")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetPageFile))]
    public Task<IResult> GetPageFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "pages/{version}/{folder}/{file}")]
        HttpRequest request) =>
        endpoint.Run(request);
}
