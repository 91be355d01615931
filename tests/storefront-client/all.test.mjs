import assert from 'node:assert/strict';
import { test } from 'node:test';
import library from '@boldcommerce/checkout-frontend-library';
import older from 'checkout-frontend-library-0.62';
import { reached } from './calls.mjs';
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
