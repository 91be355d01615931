using System.Text.Json.Nodes;
using Checkout.Catalog;
using Checkout.Orders;
using Checkout.Stores;
using Checkout.Testing;

namespace Checkout.Local.Tests.Faults;

/// <summary>
/// One order in the making: a product of its own, so that its stock tells of this order alone, and a key of its own.
/// </summary>
internal sealed record Scene(string Shop, string Sku, string Key)
{
    public const string DemoShop = "zp3oafdor9";
    public const string TestGateway = "testgateway00000000000000000000000000000000000000000000000000001";
    public const string GiftCardGateway = "giftcardgateway0000000000000000000000000000000000000000000000001";
    public const int Stock = 1000;
    public const int Bought = 2;
    private const string DemoCustomer = "EYRJPZwuC6obRHgGn2x2oQiGMaw9N7DM7QtII7g0sJYYDcKYpyNkGvv4ddJM7I0I";

    /// <summary>Null while only the key is known.</summary>
    public string? OrderId { get; init; }
    public string Jwt { get; init; } = "";

    /// <summary>The card of this order alone, when it is paid with one.</summary>
    public string? GiftCard { get; init; }

    /// <summary>The first of the order, once it is processed.</summary>
    public string PaymentId { get; init; } = "";

    public string Orders => $"checkout/orders/{Shop}";

    public string Order => $"{Orders}/{OrderId}";

    public string Storefront => $"checkout/storefront/{Shop}/{OrderId}";

    public static async Task<Scene> New(Lane lane, CaptureSettings? capture = null)
    {
        var scene = new Scene(
            capture is null ? DemoShop : $"shop{capture.Mode}{capture.DelayHours}".ToLowerInvariant(),
            $"SKU-{Guid.NewGuid():N}",
            $"key-{Guid.NewGuid():N}"
        );
        if (capture is not null)
            await Open(lane, scene.Shop, capture);
        await lane.Table<ICatalog>()
            .Save(
                scene.Shop,
                new Product
                {
                    Sku = scene.Sku,
                    ProductTitle = "Board",
                    Title = "Board",
                    Price = 4500,
                    Weight = 1500,
                    TrackInventory = true,
                    InitialStock = Stock,
                },
                default
            );
        return scene;
    }

    /// <summary>The guide's request for this product.</summary>
    public JsonObject Request(params string[] commands)
    {
        var request = JsonNode.Parse(File.ReadAllBytes(Path.Combine(Lane.Repository(), "samples", "create-order.json")))!.AsObject();
        request["idempotency_key"] = Key;
        request["cart_items"] = new JsonArray(
            new JsonObject
            {
                ["sku"] = Sku,
                ["quantity"] = Bought,
                ["line_item_key"] = "line-1",
            }
        );
        request["commands"] = new JsonArray([.. commands.Select(c => (JsonNode)c)]);
        return request;
    }

    public async Task<Scene> Found(Lane lane) =>
        this with
        {
            OrderId = OrderId ?? (await lane.Table<IIdempotencyKeys>().Find(Shop, Key, default))?.PublicOrderId,
        };

    /// <summary>The demo shop once more, but for when it charges.</summary>
    private static async Task Open(Lane lane, string identifier, CaptureSettings capture)
    {
        var shops = lane.Table<IShops>();
        if (await shops.Load(identifier, default) is not null)
            return;
        var demo = (await shops.Load(DemoShop, default))!.Shop;
        var customers = lane.Table<ICustomerStore>();
        await customers.Save(identifier, (await customers.Find(DemoShop, DemoCustomer, default))!, default);
        var token = demo.ApiTokens[0] with { Sha256 = ShopTokens.Sha256(ShopTokens.Of(Lane.ApiToken, identifier)) };
        await shops.Save(
            demo with
            {
                Identifier = identifier,
                ApiTokens = [token],
                StorefrontClients = [],
                Checkout = demo.Checkout with { Capture = capture },
            },
            etag: null,
            default
        );
    }
}
