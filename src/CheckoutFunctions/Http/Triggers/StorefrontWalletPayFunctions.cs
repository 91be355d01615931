using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Storefront/WalletPay, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class StorefrontWalletPayFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(GetFastlaneToken))]
    public Task<IResult> GetFastlaneToken(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/paypal_fastlane/client_token")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(CreateWalletOrder))]
    public Task<IResult> CreateWalletOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/wallet_pay/create_order")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(WalletShipping))]
    public Task<IResult> WalletShipping(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/wallet_pay/on_shipping")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ApproveWalletOrder))]
    public Task<IResult> ApproveWalletOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "checkout/storefront/{shop_identifier}/{public_order_id}/wallet_pay/on_approve")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
