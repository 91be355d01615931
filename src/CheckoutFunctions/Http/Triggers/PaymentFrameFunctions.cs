using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of PaymentFrame, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class PaymentFrameFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(ShowPaymentPage))]
    public Task<IResult> ShowPaymentPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/payments/iframe")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(ListPaymentGateways))]
    public Task<IResult> ListPaymentGateways(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/payments/gateways")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(ShowPaymentsScript))]
    public Task<IResult> ShowPaymentsScript(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "payments.js")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(ShowBoosterScript))]
    public Task<IResult> ShowBoosterScript(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "js/payments_sdk.js")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(ShowAppleDomainAssociation))]
    public Task<IResult> ShowAppleDomainAssociation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ".well-known/apple-developer-merchantid-domain-association")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(StylePaymentPage))]
    public Task<IResult> StylePaymentPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/payments/styles")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
