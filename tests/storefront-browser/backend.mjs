import assert from 'node:assert/strict';

export const url = process.env.CHECKOUT_URL;
export const shop = process.env.CHECKOUT_SHOP ?? 'zp3oafdor9';
const token = process.env.CHECKOUT_TOKEN ?? 'demo-api-token';

assert.ok(url, 'CHECKOUT_URL is not set; ./run sets it');

export const winnipeg = {
  first_name: 'Alex', last_name: 'Roy', address_line_1: '50 Fultz Boulevard', address_line_2: '', country: 'Canada', city: 'Winnipeg',
  province: 'Manitoba', country_code: 'CA', province_code: 'MB', postal_code: 'R3Y 0L6', business_name: '', phone_number: '204 555 0123',
};

export async function ask(method, path, body) {
  const answer = await fetch(url + path, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

export const init = async (more = {}) =>
  (await ask('POST', `/checkout/orders/${shop}/init`, { cart_items: [{ sku: 'KLS_472945', quantity: 1, line_item_key: 'board' }], ...more })).data;

/** samples/shop.json lets pages of these ports in. */
export const allowedPorts = [3000, 5173, 8080];

export const stateOf = async (orderId) => (await ask('GET', `/checkout/orders/${shop}/${orderId}`)).data.application_state;

/** Asks again and again until the answer is true. */
export async function until(ask, what, time = 60_000) {
  const end = Date.now() + time;
  while (!(await ask())) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((done) => { setTimeout(done, 100); });
  }
}
