// The SDK as a store's page has it: in Chromium, on an origin of its own, with nothing answered for it and no header added.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fillCard, launch, serve } from '../storefront-browser/browser.mjs';

const url = process.env.CHECKOUT_URL;
const package_ = dirname(dirname(dirname(createRequire(import.meta.url).resolve('@bigcommerce/checkout-sdk'))));
let chromium, site, folder, page;
const failed = [];

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bigcommerce-store-'));
  copyFileSync(new URL('store.html', import.meta.url), join(folder, 'store.html'));
  copyFileSync(join(package_, 'dist/cjs/checkout-sdk-essential.js'), join(folder, 'sdk.js'));
  copyFileSync(join(package_, 'dist/esm/integrations/offline.js'), join(folder, 'offline.js'));
  site = await serve(folder, [3000, 5173, 8080]);
  chromium = await launch();
  page = await (await chromium.browser.newContext()).newPage();
  page.setDefaultTimeout(60_000);
  page.on('response', (answer) => { if (answer.url().startsWith(url) && answer.status() >= 400) failed.push(`${answer.status()} ${answer.request().method()} ${answer.url()}`); });
  page.on('requestfailed', (request) => failed.push(`${request.failure()?.errorText} ${request.method()} ${request.url()}`));
  await page.goto(`${site.origin}/store.html`);
  await page.waitForFunction(() => window.bigcommerce);
});

after(async () => {
  await chromium?.close();
  site?.close();
  rmSync(folder, { recursive: true, force: true });
});

const step = (name, run) => test(name, async () => {
  failed.length = 0;
  await run();
  assert.deepEqual(failed, []);
});

/** Calls the service and reads its state, in the page. */
const call = (name, ...parameters) => page.evaluate(
  async ([name, parameters]) => {
    try {
      await window.service[name](...parameters);
    } catch (error) {
      throw new Error(`${name}: ${error.message} ${JSON.stringify(error.body ?? null)}`);
    }
    return JSON.parse(JSON.stringify(window.service.getState().data.getCheckout() ?? null));
  },
  [name, parameters]);
const read = (name, ...parameters) => page.evaluate(([name, parameters]) => JSON.parse(JSON.stringify(window.service.getState().data[name](...parameters) ?? null)), [name, parameters]);

const address = {
  firstName: 'Alex', lastName: 'Roy', company: '', address1: '50 Fultz Blvd', address2: '', city: 'Winnipeg', stateOrProvince: 'Manitoba',
  stateOrProvinceCode: 'MB', countryCode: 'CA', country: 'Canada', postalCode: 'R3Y 0L6', phone: '204 555 0123', customFields: [],
};

step('a visitor without anything begins a cart', async () => {
  const cart = await page.evaluate(async (url) => {
    const answer = await fetch(`${url}/api/storefront/carts`, {
      method: 'POST', credentials: 'include', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ lineItems: [{ variantId: '5423', quantity: 2 }] }),
    });
    return answer.json();
  }, url);
  assert.equal(cart.lineItems.physicalItems.length, 1);
  await page.evaluate(([url, id]) => { window.cartId = id; window.service = window.bigcommerce.createCheckoutService({ host: url, shouldWarnMutation: false }); }, [url, cart.id]);
});

step('the SDK loads the checkout, the store and its forms', async () => {
  const checkout = await call('loadCheckout', await page.evaluate(() => window.cartId));
  assert.equal(checkout.cart.lineItems.physicalItems[0].quantity, 2);
  assert.equal((await read('getConfig')).currency.code, 'CAD');
  await call('loadShippingCountries');
  await call('loadBillingCountries');
  assert.ok((await read('getShippingCountries')).some(({ code }) => code === 'CA'));
  assert.ok((await read('getShippingAddressFields', 'CA')).some(({ name }) => name === 'postalCode'));
});

step('a guest signs in, and wants news', async () => {
  const checkout = await call('continueAsGuest', { email: 'alex.roy@example.com', acceptsMarketingNewsletter: true, acceptsAbandonedCartEmails: false });
  assert.equal(checkout.billingAddress.email, 'alex.roy@example.com');
});

step('addresses and a shipping option', async () => {
  await call('updateShippingAddress', address);
  await call('loadShippingOptions');
  assert.equal((await read('getShippingOptions'))[0].id, '0');
  const checkout = await call('selectShippingOption', '0');
  assert.equal(checkout.shippingCostTotal, 6.5);
  assert.equal((await call('updateBillingAddress', { ...address, email: 'alex.roy@example.com' })).billingAddress.address1, '50 Fultz Blvd');
});

step('a coupon and a gift certificate', async () => {
  const before = (await read('getCheckout')).grandTotal;
  const discounted = await call('applyCoupon', 'SPRINGSALE2022_Q8RT4');
  assert.ok(discounted.grandTotal < before);
  const paid = await call('applyGiftCertificate', 'GIFT-DEMO-0001');
  assert.ok(paid.outstandingBalance < paid.grandTotal);
  await call('removeGiftCertificate', 'GIFT-DEMO-0001');
  await call('updateCheckout', { customerMessage: 'Ring twice' });
});

step('the card goes into the gateway\'s form, and the SDK places the order', async () => {
  await call('loadPaymentMethods');
  const [method] = await read('getPaymentMethods');
  assert.equal(method.config.testMode, true);
  await page.evaluate(async (id) => window.service.initializePayment({ methodId: id, integrations: [window.bigcommerce.createOfflinePaymentStrategy] }), method.id);
  await page.evaluate((form) => {
    window.heard = [];
    window.addEventListener('message', ({ data }) => window.heard.push(data));
    const frame = document.createElement('iframe');
    Object.assign(frame, { src: form, id: 'form' });
    frame.style.cssText = 'width: 600px; height: 700px';
    document.getElementById('card').append(frame);
  }, method.initializationData.formUrl);
  await page.waitForFunction(() => window.heard.some(({ responseType }) => responseType === 'PIGI_INITIALIZED'));
  await fillCard(page.frameLocator('#form'), '4242 4242 4242 4242');
  await page.evaluate(() => document.getElementById('form').contentWindow.postMessage({ actionType: 'PIGI_ADD_PAYMENT' }, '*'));
  await page.waitForFunction(() => window.heard.some(({ responseType, payload }) => responseType === 'PIGI_ADD_PAYMENT' && payload.success));

  const { grandTotal } = await read('getCheckout');
  await call('submitOrder', { payment: { methodId: method.id } });

  const order = await read('getOrder');
  assert.equal(order.isComplete, true);
  assert.equal(order.orderAmount, grandTotal);
  assert.equal(order.customerMessage, 'Ring twice');
});

step('the cart is ordered, so there is none', async () => {
  const carts = await page.evaluate(async (url) => (await fetch(`${url}/api/storefront/carts`, { credentials: 'include' })).json(), url);
  assert.deepEqual(carts, []);
});
