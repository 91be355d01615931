import assert from 'node:assert/strict';
import { test } from 'node:test';
import { done, open, refused, state } from './shop.mjs';

const spring = 'SPRINGSALE2022_Q8RT4';

test('addDiscount takes ten percent off', async () => {
  await open();
  const before = state().order_total;
  await done('addDiscount', spring);
  const [discount] = state().discounts;
  assert.equal(discount.code, spring);
  assert.equal(discount.value, Math.round(before / 10));
  assert.equal(state().order_total, before - discount.value);
});

test('addDiscount refuses an unknown code, an empty one and a second one', async () => {
  await open();
  await refused(422, { field: /^discounts?$/ }, 'addDiscount', 'NO_SUCH_CODE');
  await refused(422, { field: 'code' }, 'addDiscount', '');
  await done('addDiscount', spring);
  await refused(422, { field: /^discounts?$/ }, 'addDiscount', 'FREESHIPPING');
});

test('addDiscount says why a code is not good', async () => {
  await open();
  for (const code of ['WINTER2021', 'FIRSTHUNDRED', 'BIGCHEESE', 'JOHNONLY']) await refused(422, { field: /^discounts?$/ }, 'addDiscount', code);
});

test('deleteDiscount gives the old total back', async () => {
  await open();
  const before = state().order_total;
  await done('addDiscount', 'CHOPCHOP');
  assert.equal(state().order_total, before - 500);
  await done('deleteDiscount', 'CHOPCHOP');
  assert.deepEqual(state().discounts, []);
  assert.equal(state().order_total, before);
});

test('deleteDiscount refuses a code that is not on the order', async () => {
  await open();
  await refused(422, {}, 'deleteDiscount', spring);
});

test('validateDiscount judges a code and applies nothing', async () => {
  await open();
  await done('validateDiscount', spring);
  assert.deepEqual(state().discounts, []);
  await refused(422, {}, 'validateDiscount', 'NO_SUCH_CODE');
});
