using Checkout.Http.Frame;
using Checkout.Journeys.CreateOrder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Checkout.Http.Backend.CreateOrder;

/// <summary>Creates an order and carries it through its commands (docs/contract/create-order.md).</summary>
public sealed class CreateOrderEndpoint(ICreateOrderDriver driver) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var request = (await call.ReadHashed<CreateOrderBody>("commands", "payments")).Then(read =>
            CreateOrderBody.Check(read.Body).Map(body => body.ToRequest(read.Hash, read.HashOfRest))
        );
        return request.Succeeded ? Answer(call, await driver.Run(call.Shop, request.Value, call.Cancellation)) : request.Problems;
    }

    /// <summary>Whoever has an order hears of it: 200 and 422 at the end, 202 while it goes on by itself.</summary>
    private static Reply Answer(Call call, CreateOrderOutcome outcome)
    {
        if (outcome.Order is not { } order)
            return outcome.Problems;
        if (outcome.GoesOn)
            return Reply.Of(CreatedOrder.Of(order, outcome.Problems)) with
            {
                Status = StatusCodes.Status202Accepted,
                Headers = [new(HeaderNames.Location, $"/checkout/orders/{call.ShopIdentifier}/{order.PublicOrderId}")],
            };

        var answer = CreatedOrder.Of(order, []);
        if (!outcome.Problems.IsEmpty)
            return Reply.Refused(outcome.Problems, answer);
        return order.Journal?.ToldAsFailed is { } failed
            ? Reply.Refused(failed.Problems, answer) with
            {
                Status = StatusCodes.Status422UnprocessableEntity,
            }
            : Reply.Of(answer);
    }
}
