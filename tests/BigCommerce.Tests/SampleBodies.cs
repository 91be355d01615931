using System.Text.Json.Nodes;

namespace BigCommerce.Tests;

/// <summary>The page's sample bodies, with values that a shop can take in place of "string" and 0.</summary>
internal static class SampleBodies
{
    public static JsonObject Address(string? id = null, string street = "50 Fultz Blvd") =>
        new()
        {
            ["id"] = id,
            ["firstName"] = "John",
            ["lastName"] = "Doe",
            ["phone"] = "+12045550100",
            ["email"] = "john.doe@example.com",
            ["region"] = "Manitoba",
            ["country"] = "Canada",
            ["postalCode"] = "R3Y0L6",
            ["street1"] = street,
            ["street2"] = "Suite 200",
            ["customFields"] = new JsonArray(new JsonObject { ["fieldId"] = "field_25", ["fieldValue"] = "Leave at the door" }),
        };

    public static JsonObject Item(int quantity, long productId, long variantId) =>
        new()
        {
            ["lineItem"] = new JsonObject
            {
                ["quantity"] = quantity,
                ["productId"] = productId,
                ["variantId"] = variantId,
            },
            ["giftCertificate"] = Certificate(25),
        };

    public static JsonObject Certificate(decimal amount, string theme = "Birthday", string message = "Happy birthday!") =>
        new()
        {
            ["theme"] = theme,
            ["amount"] = amount,
            ["sender"] = new JsonObject { ["name"] = "John Doe", ["email"] = "john.doe@example.com" },
            ["recipient"] = new JsonObject { ["name"] = "Jane Doe", ["email"] = "jane.doe@example.com" },
            ["message"] = message,
            ["quantity"] = 1,
        };

    public static JsonObject Coupon(string code = "SPRINGSALE2022_Q8RT4") => new() { ["couponCode"] = code };

    public static JsonObject GiftCertificate(string code = "GIFT-DEMO-0002") => new() { ["giftCertificateCode"] = code };

    /// <param name="nonce">Beyond the page's sample: what the gateway's page made of a card.</param>
    public static JsonObject Order(string? nonce = null) =>
        new()
        {
            ["customerMessage"] = "Ring twice",
            ["payment"] = nonce is null
                ? new JsonObject { ["name"] = DemoHost.TestGateway }
                : new JsonObject { ["name"] = DemoHost.TestGateway, ["nonce"] = nonce },
        };
}
