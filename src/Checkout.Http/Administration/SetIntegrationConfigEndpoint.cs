using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Running;

namespace Checkout.Http.Administration;

/// <summary>Sets the secret under which the platform's connector and webhooks are signed.</summary>
public sealed class SetIntegrationConfigEndpoint(ShopEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<IntegrationConfigRequest>();
        if (!body.Succeeded)
            return body.Problems;
        var fields = new Fields().Required("shared_secret", body.Value.SharedSecret);
        if (!fields.AreFine)
            return fields.Problems;
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop => shop with { PlatformConnector = shop.PlatformConnector with { SharedSecret = body.Value.SharedSecret } },
            call.Cancellation
        );
        return Reply.Of(changed, _ => new EmptyObject());
    }
}
