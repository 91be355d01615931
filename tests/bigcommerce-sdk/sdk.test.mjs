import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address, asClient, begin, board, gateway, grater, seen, signIn } from './page.mjs';
import { problems } from './types.mjs';

test('loads a checkout of the shape that the SDK declares', async () => {
  const order = await begin();
  assert.deepEqual(problems(order.checkout, 'Checkout'), []);
  assert.equal(order.checkout.cart.currency.decimalPlaces, 2);
  assert.equal(order.checkout.cart.lineItems.physicalItems.length, 2);
  assert.equal(order.checkout.grandTotal, 113.5);
  assert.equal(order.checkout.billingAddress, undefined);
  assert.equal(order.checkout.customer.isGuest, true);
});

test('a guest says who they are, then where they live', async () => {
  const order = await begin();
  await order.service.continueAsGuest({ email: 'alex.roy@example.com' });
  assert.equal(order.checkout.billingAddress.email, 'alex.roy@example.com');
  await order.service.updateBillingAddress(address());
  assert.deepEqual(
    (({ address1, stateOrProvinceCode, countryCode, email }) => ({ address1, stateOrProvinceCode, countryCode, email }))(order.checkout.billingAddress),
    { address1: '50 Fultz Blvd', stateOrProvinceCode: 'MB', countryCode: 'CA', email: 'alex.roy@example.com' });
  await order.service.continueAsGuest({ email: 'roy@example.com' });
  assert.equal(order.checkout.billingAddress.email, 'roy@example.com');
  assert.deepEqual(problems(order.checkout, 'Checkout'), []);
});

test('a shipping address brings options, and one is chosen', async () => {
  const order = await begin();
  await order.service.updateShippingAddress(address());
  await order.service.updateShippingAddress(address({ address1: '1 Main St', customFields: [{ fieldId: 'field_25', fieldValue: 7 }] }));
  const [consignment] = order.checkout.consignments;
  assert.equal(order.checkout.consignments.length, 1);
  assert.equal(consignment.shippingAddress.address1, '1 Main St');
  assert.equal(consignment.shippingAddress.customFields[0].fieldValue, 7);
  assert.deepEqual(consignment.lineItemIds, order.checkout.cart.lineItems.physicalItems.map((item) => item.id));
  assert.equal(order.checkout.taxTotal, 13.63);
  await order.service.loadShippingOptions();
  const options = order.service.getState().data.getShippingOptions();
  assert.deepEqual(options.map(({ id, cost }) => ({ id, cost }))[0], { id: '0', cost: 6.5 });
  await order.service.selectShippingOption('1');
  assert.equal(order.service.getState().data.getSelectedShippingOption().id, '1');
  assert.equal(order.checkout.shippingCostTotal, 9.5);
  assert.deepEqual(problems(order.checkout, 'Checkout'), []);
});

test('items are sent to several addresses and back', async () => {
  const order = await begin();
  const [first, second] = order.checkout.cart.lineItems.physicalItems;
  await order.service.assignItemsToAddress({ address: address(), lineItems: [{ itemId: first.id, quantity: first.quantity }] });
  const there = address({ address1: '1 Main St' });
  await order.service.assignItemsToAddress({ address: there, lineItems: [{ itemId: second.id, quantity: second.quantity }] });
  assert.deepEqual(order.checkout.consignments.map((c) => c.lineItemIds), [[first.id], [second.id]]);
  for (const { id } of order.checkout.consignments) await order.service.selectConsignmentShippingOption(id, '1');
  assert.equal(order.checkout.consignments.reduce((sum, c) => sum + c.shippingCost, 0), order.checkout.shippingCostTotal);
  await order.service.unassignItemsToAddress({ address: there, lineItems: [{ itemId: second.id, quantity: second.quantity }] });
  assert.deepEqual(order.checkout.consignments.map((c) => c.lineItemIds), [[first.id, second.id]]);
  await order.service.deleteConsignment(order.checkout.consignments[0].id);
  assert.deepEqual(order.checkout.consignments, []);
});

test('an address that is not the first takes further items and gives them back', async () => {
  const order = await begin();
  const [first, second] = order.checkout.cart.lineItems.physicalItems;
  const here = address();
  const there = address({ address1: '1 Main St' });
  const all = [first, second].map(({ id, quantity }) => ({ itemId: id, quantity }));
  await order.service.updateShippingAddress(here);
  await order.service.assignItemsToAddress({ address: there, lineItems: [all[0]] });
  await order.service.assignItemsToAddress({ address: there, lineItems: [all[1]] });
  assert.deepEqual(order.checkout.consignments.map((c) => [c.shippingAddress.address1, c.lineItemIds.length]), [['1 Main St', 2]]);
  await order.service.unassignItemsToAddress({ address: there, lineItems: [all[1]] });
  assert.deepEqual(order.checkout.consignments.map((c) => [c.shippingAddress.address1, c.lineItemIds[0]]), [['50 Fultz Blvd', second.id], ['1 Main St', first.id]]);
});

test('coupons and gift certificates come and go', async () => {
  const order = await begin();
  await order.service.applyCoupon('SPRINGSALE2022_Q8RT4');
  assert.deepEqual(order.checkout.coupons.map((c) => [c.code, c.discountedAmount, c.couponType]), [['SPRINGSALE2022_Q8RT4', 11.35, 'percentage_discount']]);
  assert.equal(order.checkout.grandTotal, 102.15);
  await order.service.removeCoupon('SPRINGSALE2022_Q8RT4');
  assert.deepEqual(order.checkout.coupons, []);
  await order.service.applyGiftCertificate('GIFT-DEMO-0001');
  const [certificate] = order.checkout.giftCertificates;
  assert.equal(certificate.used, order.checkout.grandTotal - order.checkout.outstandingBalance);
  assert.equal(certificate.remaining, certificate.balance - certificate.used);
  assert.deepEqual(problems(order.checkout, 'Checkout'), []);
  await order.service.removeGiftCertificate('GIFT-DEMO-0001');
  assert.equal(order.checkout.outstandingBalance, 113.5);
});

test('a refusal tells why, and changes nothing', async () => {
  const order = await begin();
  const error = await order.service.applyCoupon('NOSUCHCODE').then(() => undefined, (refused) => refused);
  assert.equal(error.status, 422);
  assert.deepEqual(Object.keys(error.body).sort(), ['code', 'detail', 'message', 'status', 'title', 'type']);
  assert.equal(error.message, error.body.detail);
  assert.equal(order.service.getState().errors.getApplyCouponError(), error);
  assert.deepEqual(order.checkout.coupons, []);
});

test('a page that is signed out can read that it is', async () => {
  const order = await begin();
  signIn('guessed');
  const error = await order.service.applyCoupon('SPRINGSALE2022_Q8RT4').then(() => undefined, (refused) => refused);
  assert.equal(error.status, 401);
  assert.equal(error.body.title, 'Unauthorized');
});

test('an order placed with its message and certificate is confirmed by the SDK', async () => {
  const order = await begin([board, grater]);
  await order.service.continueAsGuest({ email: 'alex.roy@example.com' });
  await order.service.updateBillingAddress(address());
  await order.service.updateShippingAddress(address());
  await order.service.selectShippingOption('0');
  await order.service.updateCheckout({ customerMessage: 'Ring twice' });
  assert.equal(order.checkout.customerMessage, 'Ring twice');
  const total = order.checkout.grandTotal;
  const placed = await asClient('POST', `checkouts/${order.id}/order`, { payment: { name: gateway, nonce: 'tok_visa' } });
  assert.equal(placed.status, 201, JSON.stringify(placed.body));

  await order.service.loadOrder(placed.body.data.order.orderId);

  const confirmed = order.service.getState().data.getOrder();
  assert.deepEqual(problems(confirmed, 'Order'), []);
  assert.equal(confirmed.isComplete, true);
  assert.equal(confirmed.status, 'ORDER_STATUS_AWAITING_PAYMENT');
  assert.equal(confirmed.orderAmount, total);
  assert.equal(confirmed.orderAmountAsInteger, Math.round(total * 100));
  assert.equal(confirmed.customerMessage, 'Ring twice');
  assert.equal(confirmed.payments[0].providerId, gateway);
  assert.equal(confirmed.payments[0].detail.step, 'FINALIZE');
  await order.service.loadCheckout(order.id);
  assert.equal(order.checkout.orderId, confirmed.orderId);
});

test('every call was answered by an endpoint', () => {
  assert.deepEqual(seen.filter(({ status }) => status === 404 || status === 405).map(({ method, path }) => `${method} ${path}`), []);
  const forms = [
    'GET checkout/{}', 'PUT checkout/{}', 'POST checkouts/{}/billing-address', 'PUT checkouts/{}/billing-address/{}', 'POST checkouts/{}/consignments',
    'PUT checkouts/{}/consignments/{}', 'DELETE checkouts/{}/consignments/{}', 'POST checkouts/{}/coupons', 'DELETE checkouts/{}/coupons/{}',
    'POST checkouts/{}/gift-certificates', 'DELETE checkouts/{}/gift-certificates/{}', 'GET orders/{}', 'GET checkout-settings', 'GET form-fields',
  ];
  const sent = new Set(seen.map(({ method, path }) => `${method} ${path.replace('/api/storefront/', '').split('/').map((part, at) => (at % 2 === 1 ? '{}' : part)).join('/')}`));
  assert.deepEqual(forms.filter((form) => !sent.has(form)), []);
});
