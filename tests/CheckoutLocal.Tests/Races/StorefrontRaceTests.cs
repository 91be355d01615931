using System.Text.Json.Nodes;
using Checkout.Local.Tests.Faults;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.Races;

/// <summary>Many writers of one open order: each who is told 200 finds their change in it.</summary>
[Collection(Races.Name)]
public sealed class StorefrontRaceTests(TwoHosts hosts)
{
    [Fact]
    public async Task Setters_FourAtOnce_NoneIsLost()
    {
        var scene = await Calls.Opened(hosts.Lane);
        await Calls.Shop(hosts.Lane, scene, "addresses/shipping", Calls.Address);
        var moved = Calls.Address;
        moved["address_line_1"] = "52 Fultz Blvd";
        (string Path, JsonNode Body)[] setters =
        [
            ("customer/guest", Calls.Guest),
            ("addresses/shipping", moved),
            ("addresses/billing", Calls.Address),
            ("shipping_lines", new JsonObject { ["index"] = "0" }),
        ];

        var answers = await hosts.AtOnce(4, i => (HttpMethod.Post, $"{scene.Storefront}/{setters[i].Path}", setters[i].Body, scene.Jwt));

        answers.ShouldAllBe(a => a.Status == 200);
        var state = (await hosts.Lane.Ask(HttpMethod.Get, scene.Order)).State;
        state["customer"]!["email_address"]!.GetValue<string>().ShouldBe("jane.doe@example.com");
        state["addresses"]!["shipping"]!["address_line_1"]!.GetValue<string>().ShouldBe("52 Fultz Blvd");
        state["addresses"]!["billing"]!["address_line_1"]!.GetValue<string>().ShouldBe("50 Fultz Blvd");
        state["shipping"]!["selected_shipping"]!["id"]!.GetValue<string>().ShouldBe("0");
    }

    [Fact]
    public async Task Items_SixtyFourClientsAtOnce_EveryTwoHundredIsInTheOrder()
    {
        var scene = await Calls.Opened(hosts.Lane);

        var answers = await hosts.AtOnce(
            64,
            i =>
                (
                    HttpMethod.Post,
                    $"{scene.Storefront}/items",
                    new JsonObject
                    {
                        ["sku"] = scene.Sku,
                        ["quantity"] = 1,
                        ["line_item_key"] = $"client-{i}",
                    },
                    scene.Jwt
                )
        );

        answers.ShouldAllBe(a => a.Status == 200 || a.Status == 422 || a.Status == 530);
        var keys = (await hosts.Lane.Ask(HttpMethod.Get, scene.Order)).State["line_items"]!
            .AsArray()
            .Select(l => l!["product_data"]!["line_item_key"]!.GetValue<string>())
            .ToList();
        var told = Enumerable.Range(0, 64).Where(i => answers[i].Status == 200).Select(i => $"client-{i}").ToList();
        told.ShouldNotBeEmpty();
        keys.ShouldBe(["line-1", .. told], ignoreOrder: true);
        await Books.Balance(hosts.Lane, scene, await Books.Order(hosts.Lane, scene));
    }
}
