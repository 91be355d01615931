using System.Text.Json;
using System.Text.Json.Nodes;

namespace Checkout.Http.Pipeline.ApiDocuments;

/// <summary>
/// Fills a schema in with values that look like an order: those of the public guide's request, known by the name of their
/// key. What it writes fits the schema, and a test holds that.
/// </summary>
internal sealed class Examples(IDictionary<string, JsonObject> schemas)
{
    private const int MaxDepth = 12;

    private static readonly JsonObject Known = JsonNode
        .Parse(
            """
            {
              "public_order_id": "2OdnGW1hZvTHFc4GAJoJmZAzV5o9VvqYrLzj0BTOzo8xZCpKdhUbqWBtLhoxTDbs",
              "shop_identifier": "zp3oafdor9", "jwt_token": "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.signature",
              "email_address": "jane@example.com", "email": "jane@example.com", "first_name": "Jane", "last_name": "Doe",
              "address_line_1": "50 Fultz Boulevard", "address_line_2": "", "city": "Winnipeg", "province": "Manitoba",
              "province_code": "MB", "country": "Canada", "country_code": "CA", "postal_code": "R3Y 0L6",
              "phone_number": "2042000000", "business_name": "", "currency": "CAD", "iso_code": "CAD",
              "iso_numeric_code": 124, "symbol": "$", "format": "${{amount}}", "platform_id": "5423", "sku": "OAK_GRATER_SM",
              "line_item_key": "line-1", "quantity": 1, "price": 2350, "total_price": 2350, "amount": 2350, "value": 2350,
              "order_total": 2632, "order_balance": 2632, "weight": 1000, "total_weight": 1000, "weight_unit": "g",
              "product_title": "Oak grater", "title": "Oak grater, small", "created_via": "checkout", "order_id": 1,
              "message": "The order is not known.", "type": "order", "field": "public_order_id", "severity": "validation",
              "sub_type": "not_found", "code": "SPRINGSALE2022_Q8RT4", "token": "tok_visa",
              "gateway_public_id": "testgateway00000000000000000000000000000000000000000000000000001",
              "command": "calculate_shipping", "status": "succeeded", "key": "0", "idempotency_key": "order-1001",
              "name": "GST", "created_at": "2026-01-05T10:00:00+00:00", "updated_at": "2026-01-05T10:00:00+00:00"
            }
            """
        )!
        .AsObject();

    public JsonNode? Of(JsonNode schema) => Of(schema, "", 0);

    private JsonNode? Of(JsonNode? schema, string key, int depth)
    {
        if (schema is not JsonObject shape || depth > MaxDepth)
            return null;
        if (WireSchemas.NameOf(shape) is { } name)
            return Of(schemas[name], key, depth);
        if ((shape["oneOf"] ?? shape["anyOf"]) is JsonArray choices)
            return Of(choices[0], key, depth);
        if (shape["enum"] is JsonArray values)
            return values[0]?.DeepClone();
        var type = shape["type"] is JsonArray types
            ? types.Select(t => t!.GetValue<string>()).First(t => t != "null")
            : shape["type"]?.GetValue<string>();
        return type switch
        {
            "object" => Object(shape, depth),
            "array" => depth + 2 > MaxDepth || Of(shape["items"], key, depth + 1) is not { } item ? [] : new JsonArray(item),
            "string" => KnownOf(key, JsonValueKind.String) ?? Text(shape),
            "integer" or "number" => KnownOf(key, JsonValueKind.Number) ?? 0,
            "boolean" => false,
            _ => new JsonObject(),
        };
    }

    private static JsonNode? KnownOf(string key, JsonValueKind kind) =>
        Known[key] is { } known && known.GetValueKind() == kind ? known.DeepClone() : null;

    private JsonObject Object(JsonObject shape, int depth)
    {
        var filled = new JsonObject();
        if (shape["properties"] is JsonObject properties)
            foreach (var (key, property) in properties)
                filled[key] = Of(property, key, depth + 1);
        return filled;
    }

    private static JsonNode Text(JsonObject shape) =>
        shape["format"]?.GetValue<string>() switch
        {
            "date-time" => "2026-01-05T10:00:00+00:00",
            "uri" => "https://shop.example.com/",
            _ => "",
        };
}
