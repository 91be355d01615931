import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backend, done, open, refused, state } from './shop.mjs';

test('addGuestCustomer puts the guest on the order', async () => {
  await open();
  const { customer } = await done('addGuestCustomer', 'Alex', 'Roy', 'alex.roy@example.com', true);
  assert.equal(customer.email_address, 'alex.roy@example.com');
  const kept = state().customer;
  assert.deepEqual([kept.first_name, kept.last_name, kept.email_address, kept.accepts_marketing], ['Alex', 'Roy', 'alex.roy@example.com', true]);
  assert.ok(!kept.platform_id || kept.platform_id === '0', 'the library takes other platform ids for a signed-in customer');
});

test('addGuestCustomer refuses a second customer', async () => {
  await open();
  await done('addGuestCustomer', 'Alex', 'Roy', 'alex.roy@example.com');
  await refused(422, { field: 'customer', sub_type: 'customer_exists' }, 'addGuestCustomer', 'Sam', 'Lee', 'sam.lee@example.com');
});

test('addGuestCustomer refuses what is no e-mail address', async () => {
  await open();
  await refused(422, { field: 'email_address', severity: 'validation', sub_type: 'email_address' }, 'addGuestCustomer', 'Alex', 'Roy', 'alex.roy@');
});

test('updateCustomer changes the guest', async () => {
  await open();
  await done('addGuestCustomer', 'Alex', 'Roy', 'alex.roy@example.com');
  await done('updateCustomer', 'Alexandra', 'Roy', 'alexandra@example.com', true);
  assert.equal(state().customer.first_name, 'Alexandra');
  assert.equal(state().customer.email_address, 'alexandra@example.com');
});

test('updateCustomer refuses when there is no customer', async () => {
  await open();
  await refused(422, {}, 'updateCustomer', 'Alex', 'Roy', 'alex.roy@example.com', false);
});

test('deleteCustomer leaves the order without one', async () => {
  await open();
  await done('addGuestCustomer', 'Alex', 'Roy', 'alex.roy@example.com');
  await done('deleteCustomer');
  assert.equal(state().customer.email_address, undefined);
  await done('addGuestCustomer', 'Sam', 'Lee', 'sam.lee@example.com');
});

test('a customer whom the shop signed in is there, with saved addresses', async () => {
  const { public_order_id: id } = await open();
  const signedIn = await backend('POST', `/${id}/customer/authenticated`, {
    platform_id: '77', first_name: 'Kim', last_name: 'Ho', email_address: 'kim@example.com', accepts_marketing: false,
  });
  assert.equal(signedIn.status, 200, JSON.stringify(signedIn.body));
  await done('getRefreshedApplicationState');
  assert.equal(state().customer.platform_id, '77');
  assert.ok(Array.isArray(state().customer.saved_addresses));
});

test('validateEmail takes an address and refuses what is none', async () => {
  await open();
  // The server looks the domain up; this one is known wherever the tests' packages can be fetched.
  await done('validateEmail', 'alex.roy+shop@registry.npmjs.org');
  await refused(422, { field: /^email/ }, 'validateEmail', 'alex.roy');
});
