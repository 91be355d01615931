using System.Collections.Immutable;
using System.Text.Json;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Shops;

namespace Checkout.Http.Storefront.Plugins;

/// <summary>
/// Tells a plugin of something that its own part of the page did; what it answers is applied
/// (docs/contract/storefront.md#app-hook).
/// </summary>
public sealed class AppHookEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<AppHookBody>()).Then(body =>
            new Fields()
                .Required("hook", body.Hook)
                .Required("uuid", body.Uuid)
                .Check(
                    body.Uuid is null || call.Shop.Plugins.Any(p => p.Uuid == body.Uuid),
                    "uuid",
                    "The shop has no such plugin.",
                    "not_found"
                )
                .Then(() => body)
        );
        if (!read.Succeeded)
            return read.Problems;
        var hook = new PluginEvent(PluginEventNames.AppHook)
        {
            PluginUuid = read.Value.Uuid,
            Properties = (read.Value.AppHookData ?? ImmutableDictionary<string, JsonElement>.Empty).SetItem(
                "hook",
                JsonSerializer.SerializeToElement(read.Value.Hook!, WireJson.Of<string>())
            ),
        };
        var changed = await orders.Change(
            call,
            hook,
            (order, _, _) => order.ClosedBecause is { } closed && !order.Plugins.Amendable ? closed : order
        );
        return Reply.Of(changed, StateOnly.Of);
    }
}

public sealed record AppHookBody(string? Hook, string? Uuid, ImmutableDictionary<string, JsonElement>? AppHookData);
