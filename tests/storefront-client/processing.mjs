import assert from 'node:assert/strict';
import { test } from 'node:test';
import library from '@boldcommerce/checkout-frontend-library';
import { called } from './calls.mjs';
import { card, done, open, openReadyToPay, refused, shop, state, url, winnipeg } from './shop.mjs';

test('processOrder finishes a paid order, after which nothing changes any more', async () => {
  await openReadyToPay();
  await done('addPayment', card());
  assert.equal(state().order_balance, 0);
  await done('processOrder');
  assert.equal(state().is_processed, true);
  const processed = { field: 'is_processed' };
  await refused(422, processed, 'setShippingAddress', winnipeg);
  await refused(422, processed, 'addDiscount', 'CHOPCHOP');
  await refused(422, processed, 'deletePayment', card());
  await done('processOrder');
  assert.equal(state().is_processed, true);
});

test('processOrder refuses an order that is not paid for', async () => {
  await openReadyToPay();
  await refused(422, { message: 'There are insufficient payments to cover this order' }, 'processOrder');
  await done('addPayment', card('tok_visa', state().order_total - 1));
  await refused(422, { message: 'There are insufficient payments to cover this order' }, 'processOrder');
});

test('processOrder refuses an order without a customer', async () => {
  await open();
  await refused(422, { field: 'email_address', sub_type: 'customer' }, 'processOrder');
});

test('processOrder names a declined card, and another card finishes the order', async () => {
  await openReadyToPay();
  await done('addPayment', card('tok_decline'));
  const declined = await called('processOrder', () => library.processOrder());
  assert.equal(declined.status, 422);
  assert.equal(declined.error.body.errors[0].field, 'payment');
  await done('getRefreshedApplicationState');
  assert.equal(state().is_processed, false);
  for (const payment of state().payments) await done('deletePayment', payment);
  await done('addPayment', card('tok_visa'));
  await done('processOrder');
  assert.equal(state().is_processed, true);
});

test('processOrder waits for the shopper when the bank asks, and finishes once they confirmed', async () => {
  const { public_order_id: id } = await openReadyToPay();
  await done('addPayment', card('tok_sca'));

  const first = await library.processOrder();
  assert.equal(first.status, 202);
  const secret = first.response.clientSecretToken;
  assert.ok(secret);
  const again = await library.processOrder();
  assert.equal(again.status, 202);
  assert.equal(again.response.clientSecretToken, secret);
  await done('getRefreshedApplicationState');
  assert.equal(state().is_processed, false);

  const confirmed = await fetch(`${url}/checkout/storefront/${shop}/${id}/payments/on_sca`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${library.getJwtToken()}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ order_id: secret, public_order_id: id, gateway_type: 'test' }),
  });
  assert.equal(confirmed.status, 200, await confirmed.text());
  await done('processOrder');
  assert.equal(state().is_processed, true);
});
