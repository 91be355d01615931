using Checkout.Http.Frame;
using Checkout.Running;
using Checkout.Shops;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Administration;

/// <summary>
/// Changes what is said of it. One that there is not yet is made by a call that says all of it: connectors try this call first, and give
/// up at any status of 400 and more.
/// </summary>
public sealed class UpdateRemoteStateAuthorityEndpoint(ShopEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<RemoteStateAuthorityRequest>();
        if (!body.Succeeded)
            return body.Problems;
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop => shop.RemoteStateAuthority is null && !body.Value.SaysAll ? NotConfigured : body.Value.On(shop),
            call.Cancellation
        );
        return Answer(changed, RemoteStateAuthorityState.Of);
    }

    internal static Problem NotConfigured =>
        new("The remote state authority is not configured.", "checkout.not_configured", "rsa_config", "02-89");

    /// <summary>
    /// Clients know "not configured" by its code, in another error form
    /// (docs/contract/administration.md#remote-state-authority).
    /// </summary>
    internal static Reply Answer<T>(Result<Shop> changed, Func<Shop, T> data) =>
        changed.Succeeded ? Reply.Of(data(changed.Value))
        : changed.Problems[0] == NotConfigured ? Coded(changed.Problems[0])
        : changed.InTheNamesOf("remote_state_authority").Problems;

    private static Reply Coded(Problem problem) =>
        Reply.Whole(new CodedErrors([new(problem.SubType, problem.Message, problem.Type)])) with
        {
            Status = StatusCodes.Status422UnprocessableEntity,
        };
}
