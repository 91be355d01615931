using Checkout.Http.Backend;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http;

/// <summary>The part of the Backend API that moves money and goods.</summary>
public sealed class PaymentFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(AuthorizeFull))]
    public Task<IResult> AuthorizeFull([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PaymentRoutes.AuthorizeFull)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(CaptureFull))]
    public Task<IResult> CaptureFull([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PaymentRoutes.CaptureFull)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(CapturePayments))]
    public Task<IResult> CapturePayments([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PaymentRoutes.Capture)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(CapturePayment))]
    public Task<IResult> CapturePayment([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PaymentRoutes.CaptureOne)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(RefundFull))]
    public Task<IResult> RefundFull([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PaymentRoutes.RefundFull)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(RefundPayments))]
    public Task<IResult> RefundPayments([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PaymentRoutes.Refund)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(RefundPayment))]
    public Task<IResult> RefundPayment([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PaymentRoutes.RefundOne)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(CancelOrder))]
    public Task<IResult> CancelOrder([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PaymentRoutes.Cancel)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(CompleteOrder))]
    public Task<IResult> CompleteOrder([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PaymentRoutes.Complete)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(FulfillLineItem))]
    public Task<IResult> FulfillLineItem([HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = PaymentRoutes.LineItem)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(FulfillLineItems))]
    public Task<IResult> FulfillLineItems([HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = PaymentRoutes.LineItems)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(OpenWalletOrder))]
    public Task<IResult> OpenWalletOrder([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PaymentRoutes.WalletPay)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetWalletOrder))]
    public Task<IResult> GetWalletOrder([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PaymentRoutes.WalletPayOrder)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(UpdateWalletOrder))]
    public Task<IResult> UpdateWalletOrder([HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = PaymentRoutes.WalletPayOrder)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ReceiveGatewayNotice))]
    public Task<IResult> ReceiveGatewayNotice([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PaymentRoutes.GatewayNotices)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetTimeline))]
    public Task<IResult> GetTimeline([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PaymentRoutes.Timeline)] HttpRequest request) =>
        endpoint.Run(request);
}
