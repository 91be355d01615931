using System.Text.Json.Nodes;
using Checkout.Catalog;
using Checkout.Local.Tests.Faults;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Testing;
using Shouldly;

namespace Checkout.Local.Tests.Payments;

/// <summary>A shopper's order in a shop made for a test, up to where money moves.</summary>
internal sealed record Shopping(LocalCheckout Checkout, string Shop, string OrderId, string Jwt)
{
    public const string Sku = "BOARD";

    public string Orders => $"/checkout/orders/{Shop}/{OrderId}";

    /// <summary>The demo shop once more, with something different.</summary>
    public static async Task Open(LocalCheckout checkout, string identifier, Func<Shop, Shop> change)
    {
        var shops = checkout.Service<IShops>();
        var demo = (await shops.Load(LocalCheckout.Shop, default))!.Shop;
        await checkout
            .Service<ICatalog>()
            .Save(
                identifier,
                new Product
                {
                    Sku = Sku,
                    ProductTitle = "Board",
                    Title = "Board",
                    Price = 4500,
                    Weight = 1500,
                },
                default
            );
        await shops.Save(
            change(
                demo with
                {
                    Identifier = identifier,
                    StorefrontClients = [],
                    ApiTokens = [demo.ApiTokens[0] with { Sha256 = ShopTokens.Sha256(ShopTokens.Of(LocalCheckout.Token, identifier)) }],
                }
            ),
            etag: null,
            default
        );
    }

    public static async Task<Shopping> Begin(LocalCheckout checkout, string shop, string sku = Sku)
    {
        var item = new JsonObject
        {
            ["sku"] = sku,
            ["quantity"] = 1,
            ["line_item_key"] = "line-1",
        };
        var begun = await checkout.Send(
            HttpMethod.Post,
            $"/checkout/orders/{shop}/init",
            new JsonObject { ["cart_items"] = new JsonArray(item) }.ToJsonString()
        );
        begun.Status.ShouldBe(200, begun.Json.ToJsonString());
        return new Shopping(checkout, shop, begun.OrderId, begun.Data["jwt_token"]!.GetValue<string>());
    }

    public static async Task<Shopping> PaidWith(LocalCheckout checkout, string shop, string gateway, string token, string sku = Sku)
    {
        var shopping = await Begin(checkout, shop, sku);
        await shopping.Pay(gateway, token);
        return shopping;
    }

    /// <summary>All that a checkout page asks for, up to the payment.</summary>
    public async Task Pay(string gateway = Scene.TestGateway, string token = "tok_visa")
    {
        await Do("customer/guest", Calls.Guest);
        await Do("addresses/shipping", Calls.Address);
        await Do("addresses/billing", Calls.Address);
        await Do("shipping_lines", new JsonObject { ["index"] = "0" });
        await Do("taxes", new JsonObject());
        await Do("payments", new JsonObject { ["gateway_public_id"] = gateway, ["token"] = token });
    }

    public static async Task<Shopping> Processed(LocalCheckout checkout, string shop, string token)
    {
        var shopping = await PaidWith(checkout, shop, Scene.TestGateway, token);
        await shopping.Do("process_order", new JsonObject());
        return shopping;
    }

    public async Task<Answer> Do(string what, JsonObject body)
    {
        var answer = await Checkout.Send(HttpMethod.Post, $"/checkout/storefront/{Shop}/{OrderId}/{what}", body.ToJsonString(), Jwt);
        answer.Status.ShouldBe(200, $"{what}: {answer.Json.ToJsonString()}");
        return answer;
    }

    public Task<Answer> BackOffice(HttpMethod method, string what, JsonObject? body = null) =>
        Checkout.Send(method, $"{Orders}/{what}", body?.ToJsonString());

    public async Task<Order> Stored() => (await Checkout.Service<IOrderStore>().Load(OrderId, default))!.Order;

    public async Task<JsonArray> Timeline() => (await BackOffice(HttpMethod.Get, "timeline")).Data["timeline"]!.AsArray();

    public async Task<JsonArray> Ledger() =>
        (await Checkout.Send(HttpMethod.Get, $"/test-gateway/ledger?order={OrderId}")).Json["entries"]!.AsArray();
}
