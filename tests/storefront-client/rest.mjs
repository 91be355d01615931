import assert from 'node:assert/strict';
import { test } from 'node:test';
import library from '@boldcommerce/checkout-frontend-library';
import { called } from './calls.mjs';
import { done, open, refused, state, winnipeg } from './shop.mjs';

test('initialize opens an order with its state and initial data', async () => {
  const data = await open();
  assert.equal(library.getPublicOrderId(), data.public_order_id);
  assert.equal(state().line_items.length, 2);
  assert.ok(library.getOrderInitialData().country_info.some((c) => c.iso_code === 'CA' && c.provinces.length === 13));
  assert.equal(state().currency.iso_code, 'CAD');
});

test('getRefreshedApplicationState reads the order as it is', async () => {
  await open();
  const before = state();
  await done('getRefreshedApplicationState');
  assert.deepEqual(state(), before);
});

test('patchOrderMetaData merges what is given and leaves the rest', async () => {
  await open({ order_meta_data: { cart_parameters: { a: '1' }, note_attributes: {}, notes: 'first', tags: ['x'] } });
  await done('patchOrderMetaData', { cart_parameters: { b: '2' }, note_attributes: { gift: 'yes' }, notes: null, tags: ['y'] });
  const kept = state().order_meta_data;
  assert.deepEqual(kept.cart_parameters, { a: '1', b: '2' });
  assert.deepEqual(kept.note_attributes, { gift: 'yes' });
  assert.equal(kept.notes, 'first');
  assert.deepEqual(kept.tags, ['x', 'y']);
});

test('checkInventory passes what is in stock', async () => {
  await open();
  for (const stage of ['initial', 'final']) {
    const { inventory_check: check } = await done('checkInventory', stage);
    assert.equal(check.result, 'pass');
  }
});

test('checkInventory names what is short', async () => {
  await open({ cart_items: [{ sku: 'KLS_472945', quantity: 1, line_item_key: 'board' }, { sku: 'BLUE_WHEEL', quantity: 2, line_item_key: 'sold-out' }] });
  const { inventory_check: check } = await done('checkInventory', 'initial');
  assert.equal(check.result, 'fail');
  assert.equal(check.failed_items.length, 1);
  assert.equal(check.failed_items[0].available_quantity, 0);
});

test('batchRequest does all in order and answers the last state', async () => {
  await open();
  const answers = await done('batchRequest', [
    { apiType: 'addGuestCustomer', payload: { first_name: 'Alex', last_name: 'Roy', email_address: 'alex.roy@example.com', accepts_marketing: false } },
    { apiType: 'setShippingAddress', payload: winnipeg },
    { apiType: 'setTaxes', payload: {} },
  ]);
  assert.deepEqual(answers.map((a) => a.status_code), [200, 200, 200]);
  assert.equal(state().customer.email_address, 'alex.roy@example.com');
  assert.equal(state().addresses.shipping.postal_code.replace(' ', ''), 'R3Y0L6');
  assert.equal(state().taxes.length, 2);
});

test('batchRequest stops at the first refusal and keeps what was done before', async () => {
  await open();
  const answer = await called('batchRequest', () => library.batchRequest([
    { apiType: 'addGuestCustomer', payload: { first_name: 'Alex', last_name: 'Roy', email_address: 'alex.roy@example.com', accepts_marketing: false } },
    { apiType: 'setShippingAddress', payload: { ...winnipeg, postal_code: '1' } },
    { apiType: 'setBillingAddress', payload: winnipeg },
  ]));
  assert.equal(answer.success, false);
  assert.equal(answer.status, 422);
  assert.equal(answer.response.data.length, 2);
  assert.equal(answer.response.data[1].errors[0].field, 'postal_code');
  assert.equal(state().customer.email_address, 'alex.roy@example.com', 'the library takes the state over from a failed batch');
  const taken = state();
  await done('getRefreshedApplicationState');
  assert.deepEqual(state(), taken);
  assert.equal(state().addresses.billing.country_code, '');
});

test('the batch builders choose between a new customer or address and a changed one', async () => {
  await open();
  const { buildAddressBatchRequest, buildCustomerBatchRequest } = library;
  const first = [buildCustomerBatchRequest('Alex', 'Roy', 'alex.roy@example.com'), buildAddressBatchRequest(winnipeg, 'shipping')];
  assert.deepEqual(first.map((r) => r.apiType), ['addGuestCustomer', 'setShippingAddress']);
  await done('batchRequest', first);
  const second = [buildCustomerBatchRequest('Alex', 'Roy', 'new@example.com'), buildAddressBatchRequest({ ...winnipeg, city: 'Brandon' }, 'shipping')];
  assert.deepEqual(second.map((r) => r.apiType), ['updateCustomer', 'updateShippingAddress']);
  await done('batchRequest', second);
  assert.equal(state().customer.email_address, 'new@example.com');
  assert.equal(state().addresses.shipping.city, 'Brandon');
});

test('addLog is taken', async () => {
  await open();
  await done('addLog', 'something to know', 'checkout', 'in full');
});

test('a token that is none, or of another order, is refused', async () => {
  const { public_order_id: first } = await open();
  await open();
  const good = library.getJwtToken();
  library.setJwtToken('garbage');
  await unauthorized();
  library.setJwtToken(good);
  library.setPublicOrderId(first);
  await unauthorized();
});

async function unauthorized() {
  const answer = await library.getRefreshedApplicationState();
  assert.equal(answer.success, false);
  assert.equal(answer.status, 401);
  assert.equal(answer.error.body.errors[0].message, 'Invalid JWT');
}

test('changes made at once all take effect', async () => {
  await open();
  const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
  const answers = await Promise.all(keys.map((key) => library.addLineItem({ sku: 'OAK_GRATER_SM', quantity: 1, line_item_key: key }, 5)));
  assert.deepEqual(answers.map((a) => a.status), keys.map(() => 200));
  await done('getRefreshedApplicationState');
  assert.equal(state().line_items.length, 2 + keys.length);
});
