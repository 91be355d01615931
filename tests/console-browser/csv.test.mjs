// Customers are read from CSV as the export writes it, and from nothing that only looks like it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCustomers } from '../../src/Checkout.Http/Pages/files/console/customer-files.js';

const names = 'email_address,first_name,last_name\n';

test('quotes, commas, line breaks and what looks like a formula are what was exported', () => {
  const rows = readCustomers(`\uFEFF${names}a@example.com,"Al ""Big""","Li, Jr.\nII"\r\nb@example.com,'=Bo,O'Neil`);
  assert.deepEqual(rows, [
    { email_address: 'a@example.com', first_name: 'Al "Big"', last_name: 'Li, Jr.\nII' },
    { email_address: 'b@example.com', first_name: '=Bo', last_name: "O'Neil" },
  ]);
});

test('a quote in the middle of a cell refuses the file rather than losing what is before it', () => {
  assert.equal(readCustomers(`${names}a@example.com,Al "Big",Li\n`), null);
  assert.equal(readCustomers(`${names}a@example.com,"Al" Big,Li\n`), null);
});

test('a quote that nothing closes refuses the file', () => {
  assert.equal(readCustomers(`${names}a@example.com,"Al,Li\nb@example.com,Bo,Li\n`), null);
});
