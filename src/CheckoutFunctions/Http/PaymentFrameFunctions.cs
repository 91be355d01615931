using Checkout.Http.PaymentFrame;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http;

/// <summary>The payment page and its looks.</summary>
public sealed class PaymentFrameFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(ShowPaymentPage))]
    public Task<IResult> ShowPaymentPage([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PaymentFrameRoutes.Page)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(StylePaymentPage))]
    public Task<IResult> StylePaymentPage([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PaymentFrameRoutes.Styles)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
