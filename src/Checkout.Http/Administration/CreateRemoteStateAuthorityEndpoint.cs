using Checkout.Http.Frame;
using Checkout.Running;
using Checkout.Shops;

namespace Checkout.Http.Administration;

/// <summary>Names the server that is told of every change to an order (docs/contract/platforms.md#remote-state-authority).</summary>
public sealed class CreateRemoteStateAuthorityEndpoint(ShopEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<RemoteStateAuthorityRequest>();
        if (!body.Succeeded)
            return body.Problems;
        var fields = new Fields().Required("url", body.Value.Url, 2048).Required("shared_secret", body.Value.SharedSecret);
        if (!fields.AreFine)
            return fields.Problems;
        var authority = new RemoteStateAuthority(body.Value.Url!, body.Value.SharedSecret!);
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop => shop with { RemoteStateAuthority = authority },
            call.Cancellation
        );
        return Reply.Of(changed.InTheNamesOf("remote_state_authority"), _ => new RemoteStateAuthorityState(authority.Url));
    }
}
