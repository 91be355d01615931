using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Journeys.Submitting;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Storefront.Orders;

/// <summary>
/// Places the order. What the shopper can put right is refused with the order's state beside the errors. 202 with
/// <c>clientSecretToken</c> means that the shopper must confirm the payment first and that this is to be called again then
/// (docs/contract/storefront.md#place-the-order).
/// </summary>
public sealed class ProcessOrderEndpoint(SubmitOrder submit) : ITakesTender
{
    public async Task<Reply> Handle(Call call)
    {
        var submitted = await submit.Run(call.ShopIdentifier, call.OrderId, call.Actor, call.Cancellation);
        if (!submitted.Succeeded)
            return submitted.Problems;
        var state = StateOnly.Of(submitted.Value.Order);
        if (!submitted.Value.Refused.IsEmpty)
            return Reply.Refused(submitted.Value.Refused, state);
        return submitted.Value.ClientSecret is { } secret
            ? Reply.Whole(new ConfirmationNeeded(secret, HandleSca: true, state)) with
            {
                Status = StatusCodes.Status202Accepted,
            }
            : Reply.Of(state);
    }
}

/// <param name="ClientSecretToken">For the gateway's frame, which asks the shopper.</param>
/// <param name="HandleSca">What older clients look at.</param>
public sealed record ConfirmationNeeded(
    [property: System.Text.Json.Serialization.JsonPropertyName("clientSecretToken")] string ClientSecretToken,
    [property: System.Text.Json.Serialization.JsonPropertyName("handleSCA")] bool HandleSca,
    StateOnly Data
);
