namespace Checkout.Http.Pipeline.ApiDocuments;

/// <summary>What the names in routes stand for.</summary>
internal static class PathParameters
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["address_id"] = "The address, as the customer's saved addresses name it.",
        ["cart_id"] = "The order's public id: a cart is an order here.",
        ["coupon_code"] = "The discount code as the shopper entered it.",
        ["delivery_id"] = "The delivery, as the webhook's deliveries name it.",
        ["file"] = "The name of the file.",
        ["folder"] = "The folder of the file.",
        ["gateway_public_id"] = "The payment gateway, as the shop's gateways name it.",
        ["gift_certificate_code"] = "The code of the gift certificate.",
        ["id"] = "The id, as the list of these things gives it.",
        ["item_id"] = "The item of the cart.",
        ["kind"] = "The kind, as the list of kinds gives it.",
        ["line_item_key"] = "The key of the line item.",
        ["method_id"] = "The saved payment method.",
        ["name"] = "orders, payments, refunds or tax_lines.",
        ["option_id"] = "The shipping option.",
        ["order_id"] = "The number of the order.",
        ["payment_id"] = "The payment, as the order's payments name it.",
        ["platform_id"] = "The id that the platform gave it.",
        ["public_id"] = "The saved payment method.",
        ["public_order_id"] = "The public id of the order, as Initialize Order or Create Order answers it.",
        ["shop_identifier"] = "The shop.",
        ["sku"] = "The sku of the product.",
        ["version"] = "The version.",
        ["view"] = "The name of the page.",
        ["wallet_order_id"] = "The order of the wallet.",
    };

    public static string? Of(string name) => Known.GetValueOrDefault(name);
}
