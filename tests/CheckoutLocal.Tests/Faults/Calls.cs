using System.Text.Json.Nodes;
using Checkout.Orders;
using Checkout.Stores;
using Shouldly;

namespace Checkout.Local.Tests.Faults;

/// <summary>What clients call, up to the point where an operation begins.</summary>
internal static class Calls
{
    public static readonly string[] AllButCharge =
    [
        "calculate_shipping",
        "calculate_tax_rates",
        "authorize_payments",
        "process_order",
        "send_to_platform",
    ];
    public static readonly string[] All = [.. AllButCharge, "charge_payments"];

    public static JsonObject Address =>
        new()
        {
            ["first_name"] = "John",
            ["last_name"] = "Doe",
            ["address_line_1"] = "50 Fultz Blvd",
            ["address_line_2"] = "Suite 200",
            ["city"] = "Winnipeg",
            ["province"] = "Manitoba",
            ["province_code"] = "MB",
            ["country"] = "Canada",
            ["country_code"] = "CA",
            ["postal_code"] = "R3Y0L6",
        };

    public static JsonObject Guest =>
        new()
        {
            ["first_name"] = "Jane",
            ["last_name"] = "Doe",
            ["email_address"] = "jane.doe@example.com",
        };

    public static JsonObject Card(string token = "tok_visa") => new() { ["gateway_public_id"] = Scene.TestGateway, ["token"] = token };

    public const long OnGiftCard = 1500;

    /// <summary>A Create Order that came as far as the platform, which is away, and is to go on now that it is back.</summary>
    public static async Task<Scene> StuckAtThePlatform(Lane lane)
    {
        var scene = await Scene.New(lane);
        lane.PlatformIsAway(true);
        var stuck = await lane.Try(HttpMethod.Post, $"{scene.Orders}/create", scene.Request(All));
        lane.PlatformIsAway(false);
        stuck!.Status.ShouldBe(202, stuck.ToString());
        return await scene.Found(lane);
    }

    /// <summary>Paid with a gift card and, for the rest, a card.</summary>
    public static async Task<Scene> ReadyToProcessSplit(Lane lane)
    {
        var scene = await ReadyToPay(lane) with { GiftCard = $"GIFT-{Guid.NewGuid():N}" };
        await lane.Table<IGiftCards>()
            .Issue(scene.Shop, new GiftCard(scene.GiftCard, "CAD", OnGiftCard, ExpiresAt: null, PurchasedAt: null), default);
        await Shop(lane, scene, "payments", new JsonObject { ["gateway_public_id"] = Scene.GiftCardGateway, ["token"] = scene.GiftCard });
        await Shop(lane, scene, "payments", Card());
        return scene;
    }

    public static async Task<Scene> Processed(Lane lane, Func<Lane, Task<Scene>> ready)
    {
        var scene = await ready(lane);
        await Shop(lane, scene, "process_order", new JsonObject());
        var order = await Books.Order(lane, scene);
        return scene with { PaymentId = order.Payments[0].Id };
    }

    public static async Task<Scene> Charged(Lane lane, Func<Lane, Task<Scene>> ready)
    {
        var scene = await Processed(lane, ready);
        var charged = await lane.Ask(HttpMethod.Post, $"{scene.Order}/payments/capture/full", new JsonObject { ["reauth"] = true });
        charged.Status.ShouldBe(200, charged.ToString());
        return scene;
    }

    public static async Task<Scene> Created(Lane lane, params string[] commands)
    {
        var scene = await Scene.New(lane);
        var answer = await lane.Ask(HttpMethod.Post, $"{scene.Orders}/create", scene.Request(commands));
        answer.Status.ShouldBe(200, answer.ToString());
        return scene with { OrderId = answer.OrderId };
    }

    public static async Task<Scene> Opened(Lane lane, CaptureSettings? capture = null)
    {
        var scene = await Scene.New(lane, capture);
        var item = new JsonObject
        {
            ["sku"] = scene.Sku,
            ["quantity"] = Scene.Bought,
            ["line_item_key"] = "line-1",
        };
        var opened = await lane.Ask(HttpMethod.Post, $"{scene.Orders}/init", new JsonObject { ["cart_items"] = new JsonArray(item) });
        opened.Status.ShouldBe(200, opened.ToString());
        return scene with { OrderId = opened.OrderId, Jwt = opened.Data["jwt_token"]!.GetValue<string>() };
    }

    /// <summary>A checkout that lacks nothing but its payment.</summary>
    public static async Task<Scene> ReadyToPay(Lane lane, CaptureSettings? capture = null)
    {
        var scene = await Opened(lane, capture);
        await Shop(lane, scene, "customer/guest", Guest);
        await Shop(lane, scene, "addresses/shipping", Address);
        await Shop(lane, scene, "addresses/billing", Address);
        await Shop(lane, scene, "shipping_lines", new JsonObject { ["index"] = "0" });
        await Shop(lane, scene, "taxes", new JsonObject());
        return scene;
    }

    public static async Task<Scene> ReadyToProcess(Lane lane, CaptureSettings? capture = null)
    {
        var scene = await ReadyToPay(lane, capture);
        await Shop(lane, scene, "payments", Card());
        return scene;
    }

    public static async Task<WireAnswer> Shop(Lane lane, Scene scene, string what, JsonNode body)
    {
        var answer = await lane.Ask(HttpMethod.Post, $"{scene.Storefront}/{what}", body, scene.Jwt);
        answer.Status.ShouldBe(200, $"{what}: {answer}");
        return answer;
    }
}
