using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Backend/WalletPay, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class BackendWalletPayFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(OpenWalletOrder))]
    public Task<IResult> OpenWalletOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/orders/{shop_identifier}/wallet_pay")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetWalletOrder))]
    public Task<IResult> GetWalletOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/orders/{shop_identifier}/wallet_pay/{wallet_order_id}")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(UpdateWalletOrder))]
    public Task<IResult> UpdateWalletOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "checkout/orders/{shop_identifier}/wallet_pay/{wallet_order_id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
