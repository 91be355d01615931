// A client as a merchant would generate it, from cart to refund: what it cannot hold throws.
using System.Net.Http.Headers;
using System.Text.Json;
using Merchant;

const string Shop = "zp3oafdor9";
using var backOffice = Connection("demo-api-token");
var backend = new CheckoutClient(backOffice);
var failures = 0;

var opened = (
    await backend.InitializeOrderAsync(
        Shop,
        new InitializeOrderRequest
        {
            Cart_items =
            [
                new CartItemBody
                {
                    Sku = "OAK_GRATER_SM",
                    Quantity = 2,
                    Line_item_key = "grater",
                },
            ],
        }
    )
).Data;
var order = opened.Public_order_id;

using var browser = Connection(opened.Jwt_token);
var storefront = new CheckoutClient(browser);
await storefront.AddGuestCustomerAsync(
    Shop,
    order,
    new ShopperDetails
    {
        First_name = "Jane",
        Last_name = "Doe",
        Email_address = "jane@example.com",
    }
);
var address = new AddressBody
{
    First_name = "Jane",
    Last_name = "Doe",
    Address_line_1 = "50 Fultz Blvd",
    City = "Winnipeg",
    Province = "Manitoba",
    Province_code = "MB",
    Country = "Canada",
    Country_code = "CA",
    Postal_code = "R3Y 0L6",
    Phone_number = "2042000000",
};
var shipping = (await storefront.SetShippingAddressAsync(Shop, order, address)).Data;
Check(Text(shipping.Address, "postal_code") == "R3Y 0L6", "a postal code is text");
await storefront.SetBillingAddressAsync(Shop, order, address);
var lines = (await storefront.GetShippingLinesAsync(Shop, order)).Data;
Check(lines.Shipping_lines.Count > 0, "there are shipping lines");
await storefront.SelectShippingLineAsync(Shop, order, new ShippingChoice { Index = lines.Shipping_lines.First().Id });
await storefront.GenerateTaxesAsync(Shop, order);
var paid = (
    await storefront.AddPaymentAsync(
        Shop,
        order,
        new PaymentsPaymentBody
        {
            Gateway_public_id = "testgateway00000000000000000000000000000000000000000000000000001",
            Token = "tok_visa",
        }
    )
).Data;
Check(paid.Application_state.Order_balance == 0, "the card covers the order");
var processed = (await storefront.ProcessOrderAsync(Shop, order)).Data;
Check(processed.Application_state.Is_processed, "the order is placed");

var read = (await backend.GetOrderAsync(Shop, order)).Data;
Check(read.Application_state.Order_total == processed.Application_state.Order_total, "it reads back with its total");
Check(read.Order.Order_status == OrderViewStateOrder_status.Placed, "the back office sees it placed");
var listed = (await backend.ListOrdersAsync(Shop, search: "jane@example.com")).Data;
Check(listed.Orders.Any(o => o.Public_order_id == order), "it is found by e-mail address");

try
{
    await storefront.AddGuestCustomerAsync(Shop, order, new ShopperDetails { Email_address = "nobody" });
    Check(holds: false, "an order that is placed takes no other shopper");
}
catch (ApiException<ErrorBody> refused)
{
    Check(refused.Result.Errors.Count > 0, "a refusal is an error with entries");
}

Console.WriteLine(failures == 0 ? "done" : $"{failures} checks failed");
return failures;

HttpClient Connection(string token) =>
    new()
    {
        BaseAddress = new Uri(args[0] + "/"),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };

void Check(bool holds, string what)
{
    if (holds)
        return;
    Console.Error.WriteLine($"not so: {what}");
    failures++;
}

static string? Text(object value, string key) => ((JsonElement)value).GetProperty(key).GetString();
