import assert from 'node:assert/strict';
import { test } from 'node:test';
import library from '@boldcommerce/checkout-frontend-library';
import older from 'checkout-frontend-library-0.62';
import { reached, storageTransactions } from './calls.mjs';
import './customers.mjs';
import './addresses.mjs';
import './items.mjs';
import './discounts.mjs';
import './shipping-and-taxes.mjs';
import './payments.mjs';
import './rest.mjs';
import './processing.mjs';
import './payment-page.mjs';


test('every call of both libraries was on the wire', () => {
  const missing = Object.entries({ ...older.apiTypes, ...library.apiTypes })
    .filter(([, { method, path }]) => !reached(method, path))
    .map(([name]) => name);
  assert.deepEqual(missing, []);
});

test('a read and a change cost one storage transaction each', (t) => {
  const costs = storageTransactions();
  if (costs.size === 0) return t.skip('the host does not tell its costs');
  // What asks others than the order itself: stock by product, a gift card's balance, what placing an order moves.
  const others = /^(GET \/check_inventory|DELETE \/payments\/saved|POST \/payments$|POST \/process_order)/;
  const tooMany = [...costs].filter(([call, transactions]) => !others.test(call) && transactions > 1);
  assert.deepEqual(tooMany, []);
});
