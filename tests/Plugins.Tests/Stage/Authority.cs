using System.Text.Json.Nodes;
using Checkout.Shops;

namespace Checkout.Plugins.Tests;

/// <summary>A remote state authority that decides, and orders that it decides on.</summary>
public sealed class Authority(LiveCheckout checkout, Listener server) : IAsyncDisposable
{
    public const string Cart = """
        {"quote":{"id":41},"errors":[],
         "totals":{"grand_total":48.55,"tax_amount":4.55,"shipping_tax_amount":0.5,"discount_amount":-3,"quote_currency_code":"CAD",
                   "total_segments":[{"code":"subtotal","value":47},{"code":"grand_total","value":53.55}]},
         "shipping_methods":[{"carrier_code":"flatrate","method_code":"flat_rate","carrier_title":"Flat Rate","method_title":"Fixed",
                              "amount":5,"available":true}]}
        """;

    public Listener Server => server;

    public static async Task<Authority> Start(LiveCheckout checkout) =>
        new(checkout, await Listener.Start()) { Server = { Answer = heard => (200, State(heard)) } };

    public ValueTask DisposeAsync() => server.DisposeAsync();

    /// <summary>An order that an authority decides on which is sent events.</summary>
    public async Task<Shopper> Begin(string cart = "cart-1")
    {
        var shop = await checkout.NewShop(s => s with { RemoteStateAuthority = Deciding(AuthorityProtocol.Events) });
        return await Shopper.Begin(checkout, shop, $"\"cart_id\":\"{cart}\"");
    }

    /// <summary>An order as Magento's module begins it: the quote is in the parameters of the cart.</summary>
    public async Task<Shopper> Magento(OAuthCredentials? oauth = null, string secret = "rsa-secret")
    {
        Answer(Cart);
        var shop = await checkout.NewShop(s =>
            s with
            {
                RemoteStateAuthority = Deciding(AuthorityProtocol.MagentoCart) with { Oauth = oauth, SharedSecret = secret },
            }
        );
        var items = """
            {"cart_items":[{"id":12,"title":"Grater","price":2350,"quantity":2,"line_item_key":"7"}],
             "order_meta_data":{"cart_parameters":{"quote_id":41}}}
            """;
        var opened = await checkout.Send(HttpMethod.Post, $"/checkout/orders/{shop}/init", items);
        return new Shopper(checkout, shop, opened.Ok().Data);
    }

    /// <summary>A Magento cart that answers so, with status 200, and has all items in stock.</summary>
    public void Answer(string cart) =>
        server.Answer = heard =>
            (
                200,
                heard.Path.EndsWith("/inventory", StringComparison.Ordinal)
                    ? """{"errors":[],"inventory_data":[{"cart_item_id":7,"salable":true}]}"""
                    : cart
            );

    public RemoteStateAuthority Deciding(AuthorityProtocol protocol) => new(server.Url + "/rest/V1", "rsa-secret") { Protocol = protocol };

    /// <summary>The calls that came, below the shop's part of the path.</summary>
    public IReadOnlyList<string> Calls() =>
        [.. server.Taken().Select(h => h.Path[(h.Path.IndexOf("/cart/", StringComparison.Ordinal) + 1)..])];

    /// <summary>The state that came, with a line for 7.77, taxes of 1.23 and the total with both.</summary>
    public static string State(Heard heard, string discounts = "[]", long? total = null)
    {
        var state = heard.Json["order_state"]!.DeepClone();
        state["shipping"]!["available_shipping_lines"] = JsonNode.Parse("""[{"id":"0","description":"Sled","amount":777,"code":"sled"}]""");
        state["taxes"] = JsonNode.Parse("""[{"name":"Snow tax","value":123,"is_included":false}]""");
        state["discounts"] = JsonNode.Parse(discounts);
        state["order_total"] = total ?? 4700 + 777 + 123;
        return new JsonObject { ["order_state"] = state }.ToJsonString();
    }
}
