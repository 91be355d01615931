using Checkout.Http.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http;

/// <summary>
/// Answers what no endpoint takes, which the host itself refuses without a body that clients could read, and what only too many
/// slashes keep from its endpoint.
/// </summary>
public sealed class PreflightFunction(Preflight preflight, StrayRequests stray, TriggeredEndpoint triggered)
{
    /// <summary>
    /// The host takes the first function whose route fits, by name from A to Z, and knows no order of preference
    /// (Azure/azure-functions-host, issue 3153): this one has to be the last.
    /// </summary>
    public const string Last = "ZNothingHere";

    [Function(nameof(Preflight))]
    public Task<IResult> Preflight([HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "{*path}")] HttpRequest request) =>
        preflight.Run(request.HttpContext);

    // Not the root, which has a page of its own.
    [Function(Last)]
    public Task<IResult> Refuse(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", Route = "{*path:minlength(1)}")]
            HttpRequest request,
        [DurableClient] DurableTaskClient durable
    ) => stray.Redirect(request) is { } endpoint ? triggered.Run(request, durable, endpoint.Name) : preflight.Refuse(request.HttpContext);
}
