using Checkout.Http.Frame;
using Checkout.Running;
using Checkout.Shops;

namespace Checkout.Http.Administration;

/// <summary>Registers a plugin, or replaces its registration.</summary>
public sealed class PutPluginEndpoint(ShopEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<PutPluginRequest>();
        if (!body.Succeeded)
            return body.Problems;
        var request = body.Value;
        var uuid = call.Route(AdministrationRoutes.Id);
        var fields = new Fields().Required("name", request.Name).Required("event_url", request.EventUrl, 2048);
        if (!fields.AreFine)
            return fields.Problems;
        var changed = await editor.Change(call.Route(RouteNames.Shop), shop => Put(shop, uuid, request), call.Cancellation);
        return Reply.Of(changed.InTheNamesOf("plugins"), shop => PluginState.Of(shop.Plugins.First(p => p.Uuid == uuid)));
    }

    private static Result<Shop> Put(Shop shop, string uuid, PutPluginRequest request)
    {
        var before = shop.Plugins.FirstOrDefault(p => p.Uuid == uuid);
        var kept = before ?? New(shop, uuid);
        if ((request.ClientSecret ?? kept.ClientSecret) is not { Length: > 0 } secret)
            return Problem.Invalid("client_secret", "client_secret is required.", "required");
        var plugin = new PluginSettings
        {
            Uuid = uuid,
            Name = request.Name!,
            EventUrl = request.EventUrl!,
            ClientSecret = secret,
            Events = request.Events ?? kept.Events,
            Scopes = request.Scopes ?? kept.Scopes,
            TimeLimitSeconds = request.TimeLimitSeconds ?? kept.TimeLimitSeconds,
            Position = request.Position ?? kept.Position,
        };
        return shop with { Plugins = before is null ? shop.Plugins.Add(plugin) : shop.Plugins.Replace(before, plugin) };
    }

    /// <summary>What holds of a new plugin where the request says nothing: no events, no scopes, behind the others.</summary>
    private static PluginSettings New(Shop shop, string uuid) =>
        new()
        {
            Uuid = uuid,
            Name = "",
            EventUrl = "",
            ClientSecret = "",
            Position = shop.Plugins.Length,
        };
}
