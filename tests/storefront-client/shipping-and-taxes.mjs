import assert from 'node:assert/strict';
import { test } from 'node:test';
import { done, minneapolis, open, refused, state, winnipeg } from './shop.mjs';

const lines = () => state().shipping.available_shipping_lines;
const goods = () => state().line_items.reduce((sum, l) => sum + l.product_data.total_price, 0);

test('getShippingLines lists what the address allows', async () => {
  await open();
  await done('setShippingAddress', winnipeg);
  const { shipping_lines: listed } = await done('getShippingLines');
  assert.ok(listed.length >= 3);
  assert.deepEqual(lines().map((l) => l.id), listed.map((l) => l.id));
  for (const line of listed) assert.deepEqual([typeof line.id, typeof line.description, Number.isInteger(line.amount)], ['string', 'string', true]);
});

test('changeShippingLine adds its amount to the total', async () => {
  await open();
  await done('setShippingAddress', winnipeg);
  await done('getShippingLines');
  for (const line of lines()) {
    const { selected_shipping: selected } = await done('changeShippingLine', line.id);
    assert.equal(selected.id, line.id);
    assert.equal(state().shipping.selected_shipping.amount, line.amount);
    assert.equal(state().order_total, goods() + line.amount);
  }
});

test('changeShippingLineWithCode selects by id and code', async () => {
  await open();
  await done('setShippingAddress', winnipeg);
  await done('getShippingLines');
  const line = lines().at(-1);
  await done('changeShippingLineWithCode', line.id, line.code);
  assert.equal(state().shipping.selected_shipping.id, line.id);
  await done('changeShippingLineWithCode', lines()[0].id);
  assert.equal(state().shipping.selected_shipping.id, lines()[0].id);
});

test('changeShippingLine refuses a line that is not offered', async () => {
  await open();
  await done('setShippingAddress', winnipeg);
  await done('getShippingLines');
  await refused(422, {}, 'changeShippingLine', 'no-such-line');
});

test('estimateShippingLines answers for an address without taking it', async () => {
  await open();
  await done('estimateShippingLines', minneapolis);
  assert.equal(state().addresses.shipping.country_code, '');
});

test('setTaxes adds GST and PST in Manitoba', async () => {
  await open();
  await done('setShippingAddress', winnipeg);
  await done('setTaxes');
  const taxes = state().taxes.map((t) => t.value).sort((a, b) => a - b);
  assert.equal(taxes.length, 2);
  assert.deepEqual(taxes, [Math.round(goods() * 0.05), Math.round(goods() * 0.07)]);
  assert.ok(state().taxes.every((t) => t.is_included === false));
  assert.equal(state().order_total, goods() + taxes[0] + taxes[1]);
});

test('estimateTaxes answers for an address without taking it', async () => {
  await open();
  const before = state().order_total;
  const { taxes } = await done('estimateTaxes', winnipeg);
  assert.equal(taxes.length, 2);
  assert.equal(state().order_total, before);
  assert.deepEqual(state().taxes, []);
});
