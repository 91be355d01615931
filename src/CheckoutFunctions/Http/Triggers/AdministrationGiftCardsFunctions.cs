using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of Administration/GiftCards, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class AdministrationGiftCardsFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(ListGiftCards))]
    public Task<IResult> ListGiftCards(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/gift_cards")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(IssueGiftCard))]
    public Task<IResult> IssueGiftCard(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/shop/{shop_identifier}/gift_cards")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetGiftCard))]
    public Task<IResult> GetGiftCard(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "checkout/shop/{shop_identifier}/gift_cards/{id}")]
        HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(AdjustGiftCard))]
    public Task<IResult> AdjustGiftCard(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/shop/{shop_identifier}/gift_cards/{id}/adjust")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DisableGiftCard))]
    public Task<IResult> DisableGiftCard(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/shop/{shop_identifier}/gift_cards/{id}/disable")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(SendGiftCard))]
    public Task<IResult> SendGiftCard(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "checkout/shop/{shop_identifier}/gift_cards/{id}/send")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
