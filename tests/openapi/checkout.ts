// A whole checkout with the generated types, from cart to placed order: what the document says of an answer is what compiles here.
import createClient from "openapi-fetch";
import type { paths } from "./generated/api.d.ts";

declare const process: { argv: string[]; exitCode?: number };

const shop = "zp3oafdor9";
const connect = (token: string) => createClient<paths>({ baseUrl: process.argv[2]!, headers: { Authorization: `Bearer ${token}` } });

function check(holds: boolean, what: string): void {
  if (!holds) {
    console.error(`not so: ${what}`);
    process.exitCode = 1;
  }
}

const backOffice = connect("demo-api-token");
const opened = await backOffice.POST("/checkout/orders/{shop_identifier}/init", {
  params: { path: { shop_identifier: shop } },
  body: { cart_items: [{ sku: "OAK_GRATER_SM", quantity: 2, line_item_key: "grater" }] },
});
const params = { path: { shop_identifier: shop, public_order_id: opened.data?.data.public_order_id ?? "" } };
const browser = connect(opened.data?.data.jwt_token ?? "");
const address = {
  first_name: "Jane", last_name: "Doe", address_line_1: "50 Fultz Blvd", city: "Winnipeg", province: "Manitoba",
  province_code: "MB", country: "Canada", country_code: "CA", postal_code: "R3Y 0L6", phone_number: "2042000000",
};

await browser.POST("/checkout/storefront/{shop_identifier}/{public_order_id}/customer/guest", {
  params, body: { first_name: "Jane", last_name: "Doe", email_address: "jane@example.com" },
});
const shipping = await browser.POST("/checkout/storefront/{shop_identifier}/{public_order_id}/addresses/shipping", { params, body: address });
const stored = shipping.data?.data.address;
check(stored !== undefined && !Array.isArray(stored) && stored.postal_code === "R3Y 0L6", "a postal code is text");
await browser.POST("/checkout/storefront/{shop_identifier}/{public_order_id}/addresses/billing", { params, body: address });
const lines = await browser.GET("/checkout/storefront/{shop_identifier}/{public_order_id}/shipping_lines", { params });
await browser.POST("/checkout/storefront/{shop_identifier}/{public_order_id}/shipping_lines", {
  params, body: { index: lines.data?.data.shipping_lines[0]?.id ?? "" },
});
await browser.POST("/checkout/storefront/{shop_identifier}/{public_order_id}/taxes", { params });
const paid = await browser.POST("/checkout/storefront/{shop_identifier}/{public_order_id}/payments", {
  params,
  body: { gateway_public_id: "testgateway00000000000000000000000000000000000000000000000000001", token: "tok_visa" },
});
check(paid.data?.data.application_state.order_balance === 0, `the card covers the order ${JSON.stringify(paid.error)}`);
const placed = await browser.POST("/checkout/storefront/{shop_identifier}/{public_order_id}/process_order", { params });
check(placed.data?.data.application_state.is_processed === true, `the order is placed ${JSON.stringify(placed.error)}`);

const read = await backOffice.GET("/checkout/orders/{shop_identifier}/{public_order_id}", { params });
check(read.data?.data.order.order_status === "placed", "the back office sees it placed");
