using System.Text.Json.Nodes;
using Checkout.Shops;
using Shouldly;
using Xunit;

namespace Checkout.Plugins.Tests;

/// <summary>
/// A plugin sends a line to Seattle and splits by address: each destination has its rates and taxes, and each part those of its destination
/// (docs/contract/shapes.md, destination).
/// </summary>
[Collection(LiveCheckouts.Name)]
public sealed class SplitByAddressTests(LiveCheckout checkout) : IAsyncLifetime
{
    private const string Actions = """
        {"success":true,"actions":[
        {"type":"set_line_item_shipping_address","data":{"line_item_key":"oven","first_name":"Bo","last_name":"Lee","address":"400 Broad St","city":"Seattle","province":"Washington","province_code":"WA","country":"United States","country_code":"US","postal_code":"98109"}},
        {"type":"set_split_order_condition","data":{"split_order_policy":"CREATE_NEW_ORDER","split_order_condition_type":"SHIPPING_ADDRESS","policy_types":{"Billing":"NEW_AUTH"}}}
        ]}
        """;

    private Listener server = null!;
    private string shop = "";

    public async Task InitializeAsync() => server = await Listener.Start();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Parts_OfTwoDestinations_HaveTheRateAndTaxesOfTheirOwn()
    {
        var shopper = await Begun();
        (await shopper.Post("/process_order")).Field.ShouldBe("shipping_line");
        var seattle = (await shopper.Get("/shipping_lines")).Ok().Data["shipping_lines"]!
            .AsArray()
            .Last(line => Id(line).EndsWith(":0", StringComparison.Ordinal));
        (await shopper.Post("/shipping_lines", new JsonObject { ["index"] = Id(seattle) }.ToJsonString())).Ok();
        (await shopper.Post("/taxes")).Ok();
        var placed = (await shopper.Post("/process_order")).Ok().State;
        await checkout.Pass(TimeSpan.FromMinutes(2));

        var destinations = placed["destinations"]!.AsArray();
        var first = (await shopper.BackOffice(HttpMethod.Get, "")).Ok().State;
        var id = first["split_into"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>();
        var second = (await checkout.Send(HttpMethod.Get, $"/checkout/orders/{shop}/{id}")).Ok().State;

        (Total(first) + Total(second)).ShouldBe(Total(placed));
        foreach (var (part, destination) in new[] { (first, destinations[0]!), (second, destinations[1]!) })
        {
            part["addresses"]!["shipping"]!["city"]!.GetValue<string>().ShouldBe(destination["address"]!["city"]!.GetValue<string>());
            part["shipping"]!["selected_shipping"]!["amount"]!
                .GetValue<long>()
                .ShouldBe(destination["shipping"]!["cost"]!.GetValue<long>());
            part["taxes"]!.ToJsonString().ShouldBe(destination["taxes"]!.ToJsonString());
            part["order_balance"]!.GetValue<long>().ShouldBe(0);
            part.AsObject().ContainsKey("destinations").ShouldBeFalse();
        }

        destinations[0]!["taxes"]!.AsArray().Count.ShouldBe(2);
        destinations[1]!["taxes"]!.AsArray().ShouldBeEmpty();
        destinations[1]!["shipping"]!["selected_shipping"]!["code"]!.GetValue<string>().ShouldBe("ground");
        var pushed = server.All.Where(heard => heard.Path == "/platform/orders").ToList();
        pushed.Count.ShouldBe(2);
    }

    private async Task<Shopper> Begun()
    {
        server.Answer = heard =>
            heard.Path == "/platform/orders" ? (200, """{"platform_order_id":"1"}""")
            : heard.Path == "/event" ? (200, Actions)
            : (200, "{}");
        shop = await checkout.NewShop(s =>
            s with
            {
                PlatformConnector = new PlatformConnectorSettings(server.Url + "/platform", "platform-secret"),
                Plugins =
                [
                    new PluginSettings
                    {
                        Uuid = "p-1",
                        Name = "P",
                        EventUrl = server.Url + "/event",
                        ClientSecret = "client-secret",
                        Events = ["payment_added"],
                        Scopes = ["modify_order", "modify_cart"],
                    },
                ],
            }
        );
        var shopper = await Shopper.Begin(checkout, shop);
        (await shopper.Post("/items", """{"sku":"KLS_472945","quantity":1,"line_item_key":"oven"}""")).Ok();
        await shopper.Fill();
        (await shopper.Pay()).Ok();
        return shopper;
    }

    private static string Id(JsonNode? line) => line!["id"]!.GetValue<string>();

    private static long Total(JsonNode state) => state["order_total"]!.GetValue<long>();
}
