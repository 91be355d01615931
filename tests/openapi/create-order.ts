// A client as a merchant would generate it: the types come from /openapi.json, and a misspelled field does not compile.
import createClient from "openapi-fetch";
import type { paths } from "./generated/api.d.ts";

declare const process: { argv: string[]; exitCode?: number };

const shop = "zp3oafdor9";
const api = createClient<paths>({ baseUrl: process.argv[2]!, headers: { Authorization: "Bearer demo-api-token" } });

function check(holds: boolean, what: string): void {
  if (!holds) {
    console.error(`not so: ${what}`);
    process.exitCode = 1;
  }
}

const created = await api.POST("/checkout/orders/{shop_identifier}/create", {
  params: { path: { shop_identifier: shop } },
  body: {
    idempotency_key: crypto.randomUUID(),
    cart_items: [{ sku: "OAK_GRATER_SM", quantity: 2, line_item_key: "grater" }],
    commands: { "0": "calculate_shipping", "1": "calculate_tax_rates" },
    customer: { first_name: "Jane", last_name: "Doe", email_address: "jane@example.com" },
    shipping_address: {
      first_name: "Jane", last_name: "Doe", address_line_1: "50 Fultz Blvd", city: "Winnipeg",
      province: "Manitoba", province_code: "MB", country: "Canada", country_code: "CA", postal_code: "R3Y 0L6",
    },
  },
});
check(created.response.status === 200, `Create Order answers 200, not ${created.response.status} ${JSON.stringify(created.error)}`);
const order = created.data?.data;
check(order?.commands.every((c) => c.status === "succeeded") === true, "both commands succeed");
check((order?.application_state.order_total ?? 0) > 2 * 2350, "shipping and taxes are in the total");
check(order?.application_state.line_items[0]?.product_data.quantity === 2, "two graters");

const read = await api.GET("/checkout/orders/{shop_identifier}/{public_order_id}", {
  params: { path: { shop_identifier: shop, public_order_id: order?.public_order_id ?? "" } },
});
check(read.data?.data.application_state.order_total === order?.application_state.order_total, "the order reads back with its total");

const refused = await api.POST("/checkout/orders/{shop_identifier}/create", { params: { path: { shop_identifier: shop } }, body: {} });
check(refused.response.status === 422 && refused.error?.errors?.[0]?.field === "idempotency_key", "a request without a key is refused by field");
