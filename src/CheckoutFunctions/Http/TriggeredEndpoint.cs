using System.Runtime.CompilerServices;
using Checkout.Http.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http;

/// <summary>Hands a triggered request to the endpoint with the function's name.</summary>
public sealed class TriggeredEndpoint(Dispatcher dispatcher, DurableConnection connection)
{
    public Task<IResult> Run(HttpRequest request, [CallerMemberName] string function = "") => dispatcher.Run(function, request.HttpContext);

    /// <param name="durable">For an endpoint that changes something: what changes may need a timer.</param>
    public Task<IResult> Run(HttpRequest request, DurableTaskClient durable, [CallerMemberName] string function = "")
    {
        connection.Use(durable);
        return dispatcher.Run(function, request.HttpContext);
    }
}
