using Checkout.Http.Frame;
using Checkout.Journeys.Reconciling;
using Checkout.Payments;
using Checkout.Stores;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Backend.Payments;

/// <summary>
/// Where a gateway sends its notices. Its signature is its sign-in: 400 without a good one, 404 for a gateway that sends
/// none. Everything else is 200, so that the gateway does not send again what is of no interest here, unless it does not
/// answer itself (503): then it is to come again.
/// </summary>
public sealed class ReceiveGatewayNoticeEndpoint(IGatewayNotices notices, HearNotice hear, IShops shops) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var shop = await shops.Find(call.Route(RouteNames.Shop), call.Cancellation);
        if (
            shop?.Gateway(call.Route(PaymentRoutes.GatewayId)) is not { } gateway
            || notices.SignatureHeader(gateway.Driver) is not { } header
        )
            return Problem.NotFound("The gateway takes no notices.");
        var payload = await call.ReadText();
        if (!payload.Succeeded)
            return payload.Problems;
        var read = await notices.Read(gateway, payload.Value, call.Http.Request.Headers[header].ToString(), call.Cancellation);
        if (!read.Succeeded)
            return new Refusal(read.Problems)
            {
                Status = read.Problems[0].Kind is ProblemKind.Unauthorized ? StatusCodes.Status400BadRequest : null,
            };
        if (read.Value is not { } notice)
            return Reply.Of(new NoticeReceived(Acted: false));
        var heard = await hear.Run(shop, gateway, notice, call.Cancellation);
        return Reply.Of(heard, acted => new NoticeReceived(acted));
    }
}

/// <param name="Acted">False when the notice was about nothing that is open here.</param>
public sealed record NoticeReceived(bool Acted);
