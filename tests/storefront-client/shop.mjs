// What a merchant's backend and the demo shop give a storefront to begin with.
import assert from 'node:assert/strict';
import library from '@boldcommerce/checkout-frontend-library';
import { called } from './calls.mjs';

export const url = process.env.CHECKOUT_URL;
export const shop = process.env.CHECKOUT_SHOP ?? 'zp3oafdor9';
export const gateway = 'testgateway00000000000000000000000000000000000000000000000000001';
export const giftCards = 'giftcardgateway0000000000000000000000000000000000000000000000001';
const token = process.env.CHECKOUT_TOKEN ?? 'demo-api-token';

assert.ok(url, 'CHECKOUT_URL is not set; ./run sets it');

export const winnipeg = {
  first_name: 'Alex', last_name: 'Roy', address_line_1: '50 Fultz Boulevard', address_line_2: '', country: 'Canada', city: 'Winnipeg',
  province: 'Manitoba', country_code: 'CA', province_code: 'MB', postal_code: 'R3Y 0L6', business_name: 'Roy & Co', phone_number: '204 555 0123',
};
export const minneapolis = {
  ...winnipeg, address_line_1: '100 South 4th Street', country: 'United States', city: 'Minneapolis', province: 'Minnesota', country_code: 'US',
  province_code: 'MN', postal_code: '55401', phone_number: '612 555 0123',
};
export const board = { sku: 'KLS_472945', quantity: 1, line_item_key: 'board' };
export const grater = { sku: 'OAK_GRATER_SM', quantity: 2, line_item_key: 'grater' };

export async function backend(method, path, body) {
  const answer = await fetch(`${url}/checkout/orders/${shop}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
}

/** A new order, opened in the library. */
export async function open(order = {}, using = library) {
  const { status, body } = await backend('POST', '/init', { cart_items: [board, grater], ...order });
  assert.equal(status, 200, JSON.stringify(body));
  const opened = await using.initialize(body.data, shop, { type: 'local', path: 'checkout', url });
  assert.equal(opened.success, true, opened.error?.message);
  return body.data;
}

/** An order that lacks only its payment. */
export async function openReadyToPay(order = {}) {
  const data = await open(order);
  await done('addGuestCustomer', 'Alex', 'Roy', 'alex.roy@example.com');
  await done('setShippingAddress', winnipeg);
  await done('setBillingAddress', winnipeg);
  await done('getShippingLines');
  await done('changeShippingLine', state().shipping.available_shipping_lines[0].id);
  await done('setTaxes');
  return data;
}

export const state = () => library.getApplicationState();

/** Calls a function of the library that must succeed; what it left in the library's state is what the server holds. */
export async function done(name, ...parameters) {
  const answer = await called(name, () => library[name](...parameters));
  assert.equal(answer.success, true, `${name}: ${answer.status} ${answer.error?.message} ${JSON.stringify(answer.error?.body ?? answer.error?.metaData)}`);
  const after = state();
  const refreshed = await library.getRefreshedApplicationState();
  assert.equal(refreshed.success, true);
  assert.deepEqual(state(), after, `${name} answered another state than the order has`);
  return answer.response.data ?? answer.response;
}

/** Calls a function that must be refused; nothing of the order may have changed. */
export async function refused(status, expected, name, ...parameters) {
  const before = state();
  const answer = await called(name, () => library[name](...parameters));
  assert.equal(answer.success, false, `${name} was not refused`);
  assert.equal(answer.status, status, JSON.stringify(answer.error?.body));
  const errors = answer.error.body.errors;
  const match = errors.find((error) => Object.entries(expected).every(([key, value]) => (value instanceof RegExp ? value.test(error[key]) : error[key] === value)));
  assert.ok(match, `${name}: expected ${JSON.stringify(expected)} among ${JSON.stringify(errors)}`);
  assert.equal((await library.getRefreshedApplicationState()).success, true);
  assert.deepEqual(state(), before, `${name} was refused and changed the order`);
  return errors;
}

export const card = (value = 'tok_visa', amount = state().order_balance) => ({
  gateway_public_id: gateway, token: value, type: 'credit_card', display_string: 'Visa •••• 4242', amount, currency: 'CAD', retain: false,
});
