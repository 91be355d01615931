import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createPlugin } from '../../samples/plugins/gift-wrap/server.mjs';

const url = process.env.CHECKOUT_URL;
const shop = process.env.CHECKOUT_SHOP ?? 'zp3oafdor9';
const token = process.env.CHECKOUT_TOKEN ?? 'demo-api-token';
const secret = 'a secret of the plugin';
const seen = [];
const base = () => `http://127.0.0.1:${plugin.address().port}`;
const plugin = createPlugin(secret, () => base(), seen);
const admin = `/checkout/shop/${shop}/plugins/gift-wrap`;

before(async () => {
  await new Promise((resolve) => plugin.listen(0, '127.0.0.1', resolve));
  await ok('PUT', admin, {
    name: 'Gift wrap', event_url: `${base()}/checkout/event`, client_secret: secret,
    events: ['initialize_checkout', 'shipping_address_changed', 'line_items_changed', 'app_hook', 'order_submitted'],
    scopes: ['modify_order', 'add_tags', 'modify_cart', 'modify_shipping', 'add_fee', 'provide_shipping_rates', 'modify_order_emails'],
  });
});

after(async () => {
  await ok('DELETE', admin);
  await new Promise((resolve) => plugin.close(resolve));
});

async function call(method, path, body, bearer = token) {
  const answer = await fetch(url + path, {
    method,
    headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
}

async function ok(...parameters) {
  const { status, body } = await call(...parameters);
  assert.equal(status, 200, `${parameters[0]} ${parameters[1]}: ${JSON.stringify(body)}`);
  return body.data;
}

test('a whole checkout with a plugin that uses a dozen actions', async () => {
  const opened = await ok('POST', `/checkout/orders/${shop}/init`, {
    cart_items: [{ sku: 'KLS_472945', quantity: 1, line_item_key: 'board' }, { sku: 'OAK_GRATER_SM', quantity: 2, line_item_key: 'grater' }],
  });
  const id = opened.public_order_id;
  const on = (method, path, body) => ok(method, `/checkout/storefront/${shop}/${id}${path}`, body, opened.jwt_token);
  let state = opened.application_state;
  assert.match(state.order_meta_data.notes, /^Wrapped order /);
  assert.deepEqual(state.order_meta_data.tags, ['gift']);
  assert.equal(state.order_meta_data.note_attributes.wrapped_by, 'gift-wrap');
  assert.equal(state.order_meta_data.cart_parameters.wrap, 'paper');
  assert.equal(state.created_via, 'Gift wrap');
  assert.equal(state.line_items[0].product_data.properties.wrapping, 'paper');

  await on('POST', '/customer/guest', { first_name: 'Alex', last_name: 'Roy', email_address: 'alex.roy@example.com' });
  const address = {
    first_name: 'Alex', last_name: 'Roy', address_line_1: '50 Fultz Boulevard', city: 'Winnipeg', province: 'Manitoba', province_code: 'MB',
    country: 'Canada', country_code: 'CA', postal_code: 'R3Y 0L6', phone_number: '204 555 0123',
  };
  await on('POST', '/addresses/shipping', address);
  await on('POST', '/addresses/billing', address);
  const { shipping_lines: lines } = await on('GET', '/shipping_lines');
  assert.deepEqual(lines, [{ id: '0', description: 'Wrapped, tracked and insured', amount: 1500, code: 'WRAP' }]);
  await on('POST', '/shipping_lines', { index: '0' });

  ({ application_state: state } = await on('PUT', '/items', { line_item_key: 'grater', quantity: 3 }));
  assert.equal(state.discounts[0].text, 'Thank you for adding more');
  const discounted = state.discounts[0].value;
  ({ application_state: state } = await on('PUT', '/items', { line_item_key: 'grater', quantity: 2 }));
  assert.equal(state.discounts.length, 1, 'the same action raised again adds no second discount');
  assert.ok(state.discounts[0].value < discounted);

  ({ application_state: state } = await on('POST', '/app_hook', { hook: 'wrap', uuid: 'gift-wrap', app_hook_data: {} }));
  assert.equal(state.fees[0].line_text, 'Gift wrapping');
  assert.equal(state.fees[0].value, 150);
  await on('POST', '/taxes');
  ({ application_state: state } = await on('POST', '/payments', {
    gateway_public_id: 'testgateway00000000000000000000000000000000000000000000000000001', token: 'tok_visa', type: 'credit_card', display_string: 'Visa',
  }));
  const total = state.order_total;
  const refused = await call('POST', `/checkout/storefront/${shop}/${id}/process_order`, undefined, opened.jwt_token);
  assert.equal(refused.status, 422, 'the answer to order_submitted lowered a price, so the shopper is shown the new total first');
  assert.equal(refused.body.errors[0].field, 'tax');
  const shown = refused.body.data.application_state.order_total;
  ({ application_state: state } = await on('POST', '/process_order'));
  assert.equal(state.is_processed, true);
  assert.equal(state.line_items[0].product_data.price, 4400);
  assert.ok(state.order_total < total);
  assert.equal(state.order_total, shown);

  const { timeline } = await ok('GET', `/checkout/orders/${shop}/${id}/timeline`);
  assert.ok(timeline.some((e) => e.event === 'plugin.refused' && /no_such_action/.test(e.detail)));
  assert.ok(!timeline.some((e) => e.event === 'plugin.skipped'), JSON.stringify(timeline.filter((e) => e.event === 'plugin.skipped')));
  for (const name of ['initialize_checkout', 'shipping_address_changed', 'line_items_changed', 'app_hook', 'order_submitted'])
    assert.ok(seen.some((s) => s.body.event === name), name);
  assert.ok(seen.some((s) => s.path === '/overrides/shipping'));
});

test('a plugin that verifies refuses what is signed with another secret, and the checkout goes on', async () => {
  await ok('PUT', admin, { name: 'Gift wrap', event_url: `${base()}/checkout/event`, client_secret: 'another secret' });
  const opened = await ok('POST', `/checkout/orders/${shop}/init`, { cart_items: [{ sku: 'KLS_472945', quantity: 1, line_item_key: 'board' }] });
  assert.deepEqual(opened.application_state.order_meta_data.tags, []);
  const { timeline } = await ok('GET', `/checkout/orders/${shop}/${opened.public_order_id}/timeline`);
  assert.ok(timeline.some((e) => e.event === 'plugin.skipped' && /401/.test(e.detail)));
});
