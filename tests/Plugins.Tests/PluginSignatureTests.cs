using System.Text;
using Checkout.Shops;
using Checkout.Stores;
using Shouldly;
using Xunit;

namespace Checkout.Plugins.Tests;

/// <summary>How a plugin's server sees that a request is ours (docs/contract/plugins.md#signatures).</summary>
[Collection(LiveCheckouts.Name)]
public sealed class PluginSignatureTests(LiveCheckout checkout) : IAsyncLifetime
{
    private const string Secret = "client-secret";
    private Listener plugin = null!;

    public async Task InitializeAsync() => plugin = await Listener.Start();

    public async Task DisposeAsync() => await plugin.DisposeAsync();

    [Fact]
    public async Task PluginBehindAMountedPath_IsAskedTwiceOnceAndOnceFromThenOn()
    {
        plugin.Answer = heard =>
            heard.Headers["Authorization"].Contains("(request-target)", StringComparison.Ordinal)
                ? (401, "")
                : (200, """{"success":true,"actions":[]}""");
        var shopper = await Shopper.Begin(checkout, await Subscribed());
        plugin.All.Count.ShouldBe(2);

        (await shopper.Put("/items", """{"line_item_key":"grater","quantity":3}""")).Ok();
        plugin.All.Count.ShouldBe(3);

        // It moved its router: the other form is found again.
        plugin.Answer = heard =>
            heard.Headers["Authorization"].Contains("(request-target)", StringComparison.Ordinal)
                ? (200, """{"success":true,"actions":[]}""")
                : (401, "");
        (await shopper.Put("/items", """{"line_item_key":"grater","quantity":2}""")).Ok();
        (await shopper.Put("/items", """{"line_item_key":"grater","quantity":1}""")).Ok();
        plugin.All.Count.ShouldBe(6);
    }

    [Fact]
    public async Task Events_AreNumberedAndSignedOverTheirBody()
    {
        var shopper = await Shopper.Begin(checkout, await Subscribed());
        (await shopper.Put("/items", """{"line_item_key":"grater","quantity":3}""")).Ok();

        plugin.All.Select(heard => heard.Json["event_id"]!.GetValue<string>()).ShouldBeUnique();
        plugin.All.Select(heard => heard.Json["sequence"]!.GetValue<long>()).ShouldBeInOrder(SortDirection.Ascending);
        foreach (var heard in plugin.All)
        {
            heard.Headers["webhook-id"].ShouldBe(heard.Json["event_id"]!.GetValue<string>());
            heard
                .Headers["webhook-signature"]
                .ShouldBe(
                    new StandardWebhooks.StandardWebhook(Encoding.UTF8.GetBytes(Secret)).Sign(
                        heard.Headers["webhook-id"],
                        DateTimeOffset.FromUnixTimeSeconds(long.Parse(heard.Headers["webhook-timestamp"])),
                        heard.Text
                    )
                );
        }
    }

    [Fact]
    public async Task TimeLimit_PutByTheMerchant_IsKeptAndBounded()
    {
        var shop = await checkout.NewShop();
        const string Registered = """{"name":"Wrap","event_url":"https://example.com/event","client_secret":"s","time_limit_seconds":""";

        (await checkout.Admin(HttpMethod.Put, shop, "plugins/wrap", Registered + "3}")).Ok().Data["time_limit_seconds"]!
            .GetValue<int>()
            .ShouldBe(3);
        (await checkout.Admin(HttpMethod.Put, shop, "plugins/wrap", Registered + "21}")).Field.ShouldBe("time_limit_seconds");
        (await checkout.Service<IShops>().Load(shop, default))!.Shop.Plugins.Single(p => p.Uuid == "wrap").TimeLimitSeconds.ShouldBe(3);
    }

    private Task<string> Subscribed() =>
        checkout.NewShop(shop =>
            shop with
            {
                Plugins =
                [
                    new PluginSettings
                    {
                        Uuid = "3a7ab2b3-3a45-4c5b-9d11-7a2f5f5ac001",
                        Name = "Gift wrap",
                        EventUrl = plugin.Url + "/checkout/event",
                        ClientSecret = Secret,
                        Events = [PluginEventNames.InitializeCheckout, PluginEventNames.LineItemsChanged],
                    },
                ],
            }
        );
}
