using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Backend/Payments, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class BackendPaymentsFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(AuthorizeFull))]
    public Task<IResult> AuthorizeFull(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "checkout/orders/{shop_identifier}/{public_order_id}/payments/auth/full")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(CaptureFull))]
    public Task<IResult> CaptureFull(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "checkout/orders/{shop_identifier}/{public_order_id}/payments/capture/full")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(CapturePayments))]
    public Task<IResult> CapturePayments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/orders/{shop_identifier}/{public_order_id}/payments/capture")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(CapturePayment))]
    public Task<IResult> CapturePayment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "checkout/orders/{shop_identifier}/{public_order_id}/payments/{payment_id}/capture")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(RefundFull))]
    public Task<IResult> RefundFull(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/orders/{shop_identifier}/{public_order_id}/refunds/full")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(RefundPayments))]
    public Task<IResult> RefundPayments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/orders/{shop_identifier}/{public_order_id}/refunds")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(RefundPayment))]
    public Task<IResult> RefundPayment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "checkout/orders/{shop_identifier}/{public_order_id}/refunds/{payment_id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ReceiveGatewayNotice))]
    public Task<IResult> ReceiveGatewayNotice(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/gateways/{shop_identifier}/{gateway_public_id}/notices")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(TestGatewayLedger))]
    public Task<IResult> TestGatewayLedger(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "test-gateway/ledger")]
        HttpRequest request) =>
        endpoint.Run(request);
}
