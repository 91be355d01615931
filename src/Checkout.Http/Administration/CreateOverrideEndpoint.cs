using Checkout.Http.Frame;
using Checkout.Running;
using Checkout.Shops;

namespace Checkout.Http.Administration;

/// <summary>Registers an override for orders that begin from now on.</summary>
public sealed class CreateOverrideEndpoint(ShopEditor editor, IIdSource ids) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<OverrideRequest>();
        if (!body.Succeeded)
            return body.Problems;
        var fields = new Fields()
            .Required("override_type", body.Value.OverrideType)
            .Required("url", body.Value.Url, 2048)
            .Required("shared_secret", body.Value.SharedSecret);
        if (!fields.AreFine)
            return fields.Problems;
        var settings = new OverrideSettings(ids.Ulid(), body.Value.OverrideType!, body.Value.Url!, body.Value.SharedSecret!);
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop => shop with { Overrides = shop.Overrides.Add(settings) },
            call.Cancellation
        );
        return Reply.Of(changed.InTheNamesOf("overrides"), _ => OverrideState.Of(settings));
    }
}
