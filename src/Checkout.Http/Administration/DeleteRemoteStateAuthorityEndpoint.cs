using System.Collections.Immutable;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Running;

namespace Checkout.Http.Administration;

public sealed class DeleteRemoteStateAuthorityEndpoint(ShopEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop =>
                shop.RemoteStateAuthority is null
                    ? UpdateRemoteStateAuthorityEndpoint.NotConfigured
                    : shop with
                    {
                        RemoteStateAuthority = null,
                    },
            call.Cancellation
        );
        return UpdateRemoteStateAuthorityEndpoint.Answer(changed, _ => new EmptyObject());
    }
}

public sealed record CodedErrors(ImmutableArray<CodedError> Errors);

public sealed record CodedError(string Code, string Message, string Type);
