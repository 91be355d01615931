using System.Text.Json.Nodes;

namespace Checkout.Plugins.Tests;

/// <summary>A shopper's order and the calls of its page.</summary>
public sealed class Shopper(LiveCheckout checkout, string shop, JsonNode opened)
{
    public const string Winnipeg =
        """{"first_name":"John","last_name":"Doe","address_line_1":"50 Fultz Blvd","address_line_2":"Suite 200","city":"Winnipeg","province":"Manitoba","province_code":"MB","country":"Canada","country_code":"CA","postal_code":"R3Y0L6","phone_number":"2045550100","business_name":"Cheese Boards"}""";
    public const string John = """{"first_name":"John","last_name":"Doe","email_address":"john.doe@example.com"}""";
    public const string Gateway = "testgateway00000000000000000000000000000000000000000000000000001";

    public string Shop => shop;

    public string OrderId { get; } = opened["public_order_id"]!.GetValue<string>();

    public string Jwt { get; } = opened["jwt_token"]!.GetValue<string>();

    public JsonNode Opened => opened["application_state"]!;

    /// <param name="extra">Further fields of the init body, such as <c>"flow_id":"x"</c>.</param>
    public static async Task<Shopper> Begin(LiveCheckout checkout, string shop, string? extra = null)
    {
        var items =
            """{"cart_items":[{"sku":"OAK_GRATER_SM","quantity":2,"line_item_key":"grater","line_item_properties":{"engraving":"J"}}]""";
        var opened = await checkout.Send(
            HttpMethod.Post,
            $"/checkout/orders/{shop}/init",
            items + (extra is null ? "" : "," + extra) + "}"
        );
        return new Shopper(checkout, shop, opened.Ok().Data);
    }

    public Task<Answer> Get(string path) => checkout.Send(HttpMethod.Get, Path(path), token: Jwt);

    public Task<Answer> Post(string path, string? body = null) => checkout.Send(HttpMethod.Post, Path(path), body, Jwt);

    public Task<Answer> Put(string path, string body) => checkout.Send(HttpMethod.Put, Path(path), body, Jwt);

    public Task<Answer> Delete(string path, string? body = null) => checkout.Send(HttpMethod.Delete, Path(path), body, Jwt);

    public Task<Answer> BackOffice(HttpMethod method, string path, string? body = null) =>
        checkout.Send(method, $"/checkout/orders/{shop}/{OrderId}{path}", body);

    /// <summary>Everything that process_order needs but the payment.</summary>
    public async Task<Shopper> Fill()
    {
        foreach (
            var (path, body) in new[]
            {
                ("/customer/guest", John),
                ("/addresses/shipping", Winnipeg),
                ("/addresses/billing", Winnipeg),
                ("/shipping_lines", """{"index":"0"}"""),
                ("/taxes", "{}"),
            }
        )
            (await Post(path, body)).Ok();
        return this;
    }

    public Task<Answer> Pay(string token = "tok_visa") =>
        Post("/payments", $$"""{"gateway_public_id":"{{Gateway}}","token":"{{token}}"}""");

    /// <summary>A whole checkout.</summary>
    public async Task<Answer> Buy()
    {
        await Fill();
        (await Pay()).Ok();
        return (await Post("/process_order")).Ok();
    }

    private string Path(string path) => $"/checkout/storefront/{shop}/{OrderId}{path}";
}
