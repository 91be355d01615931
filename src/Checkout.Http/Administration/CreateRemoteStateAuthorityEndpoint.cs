using Checkout.Http.Frame;
using Checkout.Running;

namespace Checkout.Http.Administration;

/// <summary>
/// Names the server that is told of every change to an order, or decides on it (docs/contract/platforms.md#remote-state-authority).
/// </summary>
public sealed class CreateRemoteStateAuthorityEndpoint(ShopEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<RemoteStateAuthorityRequest>();
        if (!body.Succeeded)
            return body.Problems;
        var fields = new Fields().Required("url", body.Value.Url, 2048);
        if (!fields.AreFine)
            return fields.Problems;
        var changed = await editor.Change(call.Route(RouteNames.Shop), body.Value.On, call.Cancellation);
        return Reply.Of(changed.InTheNamesOf("remote_state_authority"), RemoteStateAuthorityState.Of);
    }
}
