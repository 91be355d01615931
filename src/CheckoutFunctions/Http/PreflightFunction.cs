using Checkout.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Checkout.Functions.Http;

/// <summary>Answers OPTIONS for every path: the host refuses a verb that no trigger names.</summary>
public sealed class PreflightFunction(Preflight preflight)
{
    [Function(nameof(Preflight))]
    public Task<IResult> Preflight([HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "{*path}")] HttpRequest request) =>
        preflight.Run(request.HttpContext);
}
