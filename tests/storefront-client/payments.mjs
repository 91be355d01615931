import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backend, card, done, gateway, open, openReadyToPay, refused, state } from './shop.mjs';

test('addPayment lowers the balance and getPaymentList shows it', async () => {
  await openReadyToPay();
  const total = state().order_total;
  await done('addPayment', card('tok_visa', 1000));
  assert.equal(state().payments.length, 1);
  assert.equal(state().payments[0].amount, 1000);
  assert.equal(state().payments[0].gateway_public_id, gateway);
  assert.equal(state().order_balance, total - 1000);
  const { payments } = await done('getPaymentList');
  assert.deepEqual(payments.map((p) => p.amount), [1000]);
});

test('updatePayment changes the amount of the payment with that token', async () => {
  await openReadyToPay();
  await done('addPayment', card('tok_visa', 1000));
  await done('addPayment', card('tok_mastercard', 200));
  await done('updatePayment', card('tok_visa', 1500));
  assert.deepEqual(state().payments.map((p) => p.amount).sort((a, b) => a - b), [200, 1500]);
});

test('deletePayment takes the payment with that token away', async () => {
  await openReadyToPay();
  const due = state().order_balance;
  await done('addPayment', card());
  await done('deletePayment', card());
  assert.deepEqual(state().payments, []);
  assert.equal(state().order_balance, due);
});

test('payments of an unknown gateway, without a token, or not on the order are refused', async () => {
  await openReadyToPay();
  await refused(422, { field: 'gateway_public_id' }, 'addPayment', { ...card(), gateway_public_id: 'no-such-gateway' });
  await refused(422, { field: 'token' }, 'addPayment', { ...card(), token: '' });
  await refused(422, {}, 'updatePayment', card('tok_mastercard', 5));
  await refused(422, {}, 'deletePayment', card('tok_mastercard', 5));
});

test('deleteGiftCardPayment refuses a payment that is not there', async () => {
  await openReadyToPay();
  await refused(422, {}, 'deleteGiftCardPayment', 'no-such-payment');
});

test('deletePaymentMethod forgets a saved card of the customer and refuses one that is not his', async () => {
  const { public_order_id: id } = await open();
  const signedIn = await backend('POST', `/${id}/customer/authenticated`, {
    platform_id: '4711', first_name: 'Kim', last_name: 'Ho', email_address: 'kim@example.com', accepts_marketing: false,
  });
  assert.equal(signedIn.status, 200, JSON.stringify(signedIn.body));
  await done('getRefreshedApplicationState');
  await refused(422, {}, 'deletePaymentMethod', 'A'.repeat(64));
});

test('the wallet calls make, follow and take a wallet payment', async () => {
  await openReadyToPay();
  const request = (payment_data) => ({ gateway_type: 'test', payment_data: { locale: 'en-CA', ...payment_data } });
  const made = await done('walletPayCreateOrder', request({ payment_type: 'paypal' }));
  const wallet = made.payment_data.id;
  assert.ok(wallet, 'payment_data.id is what a wallet goes on with');
  await done('walletPayOnShipping', request({
    payment_action_type: 'shipping_address_change',
    paypal_order_id: wallet,
    shipping_address: { city: 'Winnipeg', state: 'MB', country_code: 'CA', postal_code: 'R3Y 0L6' },
  }));
  await done('walletPayOnApprove', request({ payment_action_type: 'approve', paypal_order_id: wallet }));
  assert.equal(state().payments.length, 1);
});
