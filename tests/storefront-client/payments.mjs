import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backend, card, done, gateway, giftCards, open, openReadyToPay, refused, state, winnipeg } from './shop.mjs';

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

test('deleteGiftCardPayment takes the gift card off, and nothing else', async () => {
  await openReadyToPay();
  const due = state().order_balance;
  await done('addPayment', { gateway_public_id: giftCards, token: 'GIFT-DEMO-0001', type: 'gift_card', currency: 'CAD' });
  const [giftCard] = state().payments;
  assert.ok(giftCard.amount > 0 && giftCard.amount <= due);
  assert.equal(state().order_balance, due - giftCard.amount);
  await refused(422, {}, 'deleteGiftCardPayment', 'no-such-payment');
  await done('deleteGiftCardPayment', giftCard.id);
  assert.deepEqual(state().payments, []);
});

test('deletePaymentMethod forgets a card that the customer saved, and refuses one that is not theirs', async () => {
  const customer = { platform_id: `client-${Date.now()}`, first_name: 'Kim', last_name: 'Ho', email_address: 'kim@example.com', accepts_marketing: false };
  await openFor(customer);
  await done('setShippingAddress', winnipeg);
  await done('setBillingAddress', winnipeg);
  await done('getShippingLines');
  await done('changeShippingLine', state().shipping.available_shipping_lines[0].id);
  await done('setTaxes');
  await done('addPayment', { ...card(), retain: true });
  await done('processOrder');

  const id = await openFor(customer);
  const [method, ...others] = await saved(id);
  assert.ok(method, 'the card was not saved');
  assert.equal(others.length, 0);
  await refused(422, { field: 'public_id' }, 'deletePaymentMethod', 'A'.repeat(64));
  await done('deletePaymentMethod', method.public_id);
  assert.deepEqual(await saved(id), []);
});

async function openFor(customer) {
  const { public_order_id: id } = await open();
  const signedIn = await backend('POST', `/${id}/customer/authenticated`, customer);
  assert.equal(signedIn.status, 200, JSON.stringify(signedIn.body));
  await done('getRefreshedApplicationState');
  return id;
}

/** What the shop's page is told of the customer's saved cards. */
async function saved(id) {
  const { body } = await backend('POST', '/resume', { public_order_id: id });
  return Object.values(body.data.initial_data.eps_gateways)[0].vaulted_payment_methods;
}

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
