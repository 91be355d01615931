import assert from 'node:assert/strict';
import { test } from 'node:test';
import { done, board, open, refused, state } from './shop.mjs';

const line = (key) => state().line_items.map((l) => l.product_data).find((l) => l.line_item_key === key);

test('addLineItem finds a product by sku and prices it', async () => {
  await open({ cart_items: [] });
  await done('addLineItem', { ...board, quantity: 3, line_item_properties: { engraving: 'A. R.' } });
  const added = line('board');
  assert.equal(added.sku, 'KLS_472945');
  assert.equal(added.total_price, added.price * 3);
  assert.deepEqual(added.properties, { engraving: 'A. R.' });
  assert.equal(state().order_total, added.total_price);
});

test('addLineItem finds a product by platform id', async () => {
  await open({ cart_items: [] });
  await done('addLineItem', { platform_id: '5423', quantity: 1, line_item_key: 'by-platform-id' });
  assert.ok(line('by-platform-id').price > 0);
});

test('addLineItem refuses a product that the shop does not have', async () => {
  await open();
  await refused(422, { field: 'sku', sub_type: 'product_not_found' }, 'addLineItem', { sku: 'NO_SUCH', quantity: 1, line_item_key: 'x' });
  await refused(422, { field: 'platform_id', sub_type: 'product_not_found' }, 'addLineItem', { platform_id: '999999', quantity: 1, line_item_key: 'x' });
});

test('addLineItem refuses a quantity that is none', async () => {
  await open();
  for (const quantity of [0, -1]) await refused(422, { field: 'quantity' }, 'addLineItem', { ...board, line_item_key: 'other', quantity });
});

test('updateLineItemQuantity changes one line only', async () => {
  await open();
  const grater = line('grater').quantity;
  await done('updateLineItemQuantity', 'board', 5);
  assert.equal(line('board').quantity, 5);
  assert.equal(line('grater').quantity, grater);
  assert.equal(state().order_total, line('board').total_price + line('grater').total_price);
});

test('updateLineItemQuantity refuses a line that is not there', async () => {
  await open();
  await refused(422, { field: 'line_item_key' }, 'updateLineItemQuantity', 'nothing', 2);
});

test('deleteLineItem takes the line away', async () => {
  await open();
  await done('deleteLineItem', { line_item_key: 'board', quantity: 1 });
  assert.equal(line('board'), undefined);
  await refused(422, { field: 'line_item_key' }, 'deleteLineItem', { line_item_key: 'board', quantity: 1 });
});
