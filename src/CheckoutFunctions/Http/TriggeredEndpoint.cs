using Checkout.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http;

/// <summary>Hands a triggered request to the endpoint that bears the function's name.</summary>
public sealed class TriggeredEndpoint(Dispatcher dispatcher, DurableConnection connection)
{
    public Task<IResult> Run(string endpoint, HttpRequest request) => dispatcher.Run(endpoint, request.HttpContext);

    /// <param name="durable">For an endpoint that changes something: what changes may need a timer.</param>
    public Task<IResult> Run(string endpoint, HttpRequest request, DurableTaskClient durable)
    {
        connection.Use(durable);
        return Run(endpoint, request);
    }
}
