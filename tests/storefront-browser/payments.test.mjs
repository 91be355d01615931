// Payments through payments.js, on a page of another origin that calls it as checkout templates do: the test gateway's form
// and wallet, and Stripe's Elements against stand-ins of Stripe.js and of Stripe's API.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { allowedPorts, ask, init, shop, stateOf, url, winnipeg } from './backend.mjs';
import { complaints, fillCard, launch, serve } from './browser.mjs';
import { challenge, change, fillStripe, settings, standInForStripe, stripeApi, stripeGateway, testGateway, withGateways } from './gateways.mjs';

let chromium, site, folder, page, heard, original;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'payments-'));
  const here = new URL('.', import.meta.url).pathname;
  copyFileSync(join(here, 'pages/templates.html'), join(folder, 'templates.html'));
  await build({ entryPoints: [join(here, 'pages/templates.js')], bundle: true, format: 'esm', outfile: join(folder, 'templates.js'), nodePaths: [join(here, 'node_modules')] });
  site = await serve(folder, allowedPorts);
  chromium = await launch();
  original = await settings();
});

after(async () => {
  if (original) await change(() => original.shop);
  await chromium?.close();
  site?.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  const context = await chromium.browser.newContext({ locale: 'en-CA' });
  await standInForStripe(context);
  page = await context.newPage();
  page.setDefaultTimeout(60_000);
  heard = complaints(page);
});

afterEach(async () => {
  await page.context().unrouteAll({ behavior: 'ignoreErrors' });
  await page.context().close();
});

const customer = { first_name: 'Alex', last_name: 'Roy', email_address: 'alex.roy@example.com' };

async function open({ filled = true, cart, ...options } = {}) {
  const data = cart ?? await init();
  const path = (part) => `/checkout/storefront/${shop}/${data.public_order_id}${part}`;
  const tell = async (part, body) => {
    const answer = await fetch(url + path(part), { method: 'POST', headers: { Authorization: `Bearer ${data.jwt_token}`, 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    const text = await answer.text();
    assert.ok(answer.ok, `${part}: ${text}`);
    return JSON.parse(text);
  };
  if (filled) {
    if (!data.application_state.customer?.email_address) await tell('/customer/guest', customer);
    await tell('/addresses/shipping', winnipeg);
    await tell('/addresses/billing', winnipeg);
    await tell('/shipping_lines', { index: '0' });
    const taxed = await tell('/taxes', {});
    data.application_state = taxed.data.application_state;
  }
  await page.goto(`${site.origin}/templates.html${options.query ?? ''}`);
  await page.waitForFunction(() => window.begin);
  await page.evaluate((given) => window.begin(given), { data, shop, url, options });
  return data.public_order_id;
}

/** The back office orders for a customer who is not there. */
async function createOrder(platformId, method) {
  const request = JSON.parse(readFileSync(new URL('../../samples/create-order.json', import.meta.url)));
  Object.assign(request, { customer: { platform_id: platformId, ...customer }, payments: [{ public_payment_method_id: method }], idempotency_key: crypto.randomUUID() });
  request.commands = Object.fromEntries(['calculate_shipping', 'calculate_tax_rates', 'authorize_payments', 'process_order', 'charge_payments'].map((name, i) => [i, name]));
  return (await ask('POST', `/checkout/orders/${shop}/create`, request)).data;
}

const complete = () => page.getByRole('button', { name: 'Complete order' });
const done = () => page.locator('#done').waitFor();
const error = (text) => page.locator('#errors').filter({ hasText: text }).waitFor();
const testFrame = () => page.frameLocator('#spi_frame_eps-iframe-payment-gateway');
const stripeFrame = () => page.frameLocator('#eps-iframe-payment-gateway iframe[src*="payment.html"]');

describe('with the test gateway', () => {
  before(() => withGateways(original.shop.gateways.find((g) => g.public_id === testGateway)));

  test('a card pays the order', async () => {
    const id = await open();
    await fillCard(testFrame(), '4242424242424242');
    await complete().click();
    await done();
    const state = await stateOf(id);
    assert.equal(state.is_processed, true);
    assert.deepEqual(state.payments.map((p) => p.display_string), ['Visa •••• 4242']);
    assert.deepEqual(heard, []);
  });

  test('a number pad is enough: what is typed is put in shape, and the brand is shown', async () => {
    await open();
    const type = async (id, keys) => { await testFrame().locator(id).pressSequentially(keys); return testFrame().locator(id).inputValue(); };
    assert.equal(await type('#card-number', '378282246310005'), '3782 822463 10005');
    assert.equal(await testFrame().locator('#card-brand').textContent(), 'Amex');
    assert.equal(await type('#card-expiry', '434'), '04 / 34');
    await testFrame().locator('#card-expiry').press('Backspace');
    await testFrame().locator('#card-expiry').press('Backspace');
    assert.equal(await testFrame().locator('#card-expiry').inputValue(), '04');
    await testFrame().locator('#card-number').evaluate((input) => { input.focus(); input.setSelectionRange(2, 2); });
    await testFrame().locator('#card-number').press('Delete');
    assert.deepEqual(await testFrame().locator('#card-number').evaluate((input) => [input.value, input.selectionStart]), ['3728 224631 0005', 2]);
  });

  test('what is wrong is said beside its field after leaving it, and nothing is added', async () => {
    const id = await open();
    await fillCard(testFrame(), '4242424242424241', '01/20');
    await complete().click();
    await error('Check the card details.');
    assert.equal(await testFrame().locator('#card-number').getAttribute('aria-describedby'), 'card-number-error');
    assert.match(await testFrame().locator('#card-expiry-error').textContent(), /expired/);
    assert.deepEqual((await stateOf(id)).payments, []);
  });

  test('a declined card makes way for another one', async () => {
    const id = await open();
    await fillCard(testFrame(), '4000000000000002');
    await complete().click();
    await error(/declined/i);
    await fillCard(testFrame(), '5555555555554444');
    await complete().click();
    await done();
    assert.deepEqual((await stateOf(id)).payments.map((p) => p.display_string), ['Mastercard •••• 4444']);
  });

  test('two presses are one payment', async () => {
    const id = await open();
    await fillCard(testFrame(), '4242424242424242');
    await complete().dblclick();
    await done();
    assert.equal(await page.evaluate(() => window.pressed), 2);
    assert.equal((await stateOf(id)).payments.length, 1);
  });

  test('a confirmation that the bank asks for is given in the frame', async () => {
    const id = await open();
    await fillCard(testFrame(), '4000002500003155');
    await complete().click();
    await testFrame().getByRole('button', { name: 'Confirm' }).click();
    await done();
    assert.deepEqual(await page.evaluate(() => window.processed), [202, 200]);
    assert.equal((await stateOf(id)).is_processed, true);
  });

  test('a confirmation that is refused leaves the order to be paid by another card', async () => {
    const id = await open();
    await fillCard(testFrame(), '4000002500003155');
    await complete().click();
    await testFrame().getByRole('button', { name: 'Decline' }).click();
    await error(/not confirmed/);
    assert.equal((await stateOf(id)).is_processed, false);
  });

  test('the wallet fills in the order and pays it', async () => {
    const id = await open({ filled: false, wallets: true, cards: false });
    await page.getByRole('button', { name: 'Pay with the test wallet' }).click();
    await done();
    const calls = await page.evaluate(() => window.calls.map(([name, type]) => `${name} ${type}`));
    assert.deepEqual(calls, ['onCreatePaymentOrder ppcp', 'onUpdatePaymentOrder ppcp', 'onApprovePaymentOrder ppcp']);
    const state = await stateOf(id);
    assert.equal(state.is_processed, true);
    assert.equal(state.payments.length, 1);
  });

  test('the script is cached, may be pinned by its integrity, and is small', async () => {
    const answer = await fetch(`${url}/payments.js`, { headers: { Origin: 'https://anywhere.example.com' } });
    const script = Buffer.from(await answer.arrayBuffer());
    const integrity = `sha384-${createHash('sha384').update(script).digest('base64')}`;
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.match(answer.headers.get('cache-control'), /public, max-age=\d+/);
    assert.equal(answer.headers.get('etag'), `"${integrity}"`);
    assert.equal((await fetch(`${url}/payments.js`, { headers: { 'If-None-Match': `"${integrity}"` } })).status, 304);
    assert.ok(script.length < 60_000, `${script.length} bytes`);
    await open({ script: { integrity } });
    assert.equal(await page.evaluate(() => typeof window.bold.Payments), 'function');
    assert.deepEqual(heard, []);
  });
});

describe('with Stripe', { skip: stripeApi ? false : 'STRIPE_URL names no stand-in' }, () => {
  before(() => withGateways(stripeGateway));

  test('a card pays the order, and no number passes through our pages', async () => {
    const seen = [];
    page.on('request', (request) => request.url().startsWith(url) && seen.push(`${request.url()} ${request.postData() ?? ''}`));
    const id = await open();
    await fillStripe(stripeFrame(), '4242 4242 4242 4242');
    await complete().click();
    await done();
    const state = await stateOf(id);
    assert.equal(state.is_processed, true);
    assert.deepEqual(state.payments.map((p) => [p.display_string, p.brand, p.lineText]), [['Visa •••• 4242', 'visa', '4242']]);
    assert.ok(!seen.some((text) => text.replace(/\D/g, '').includes('4242424242424242')));
    assert.deepEqual(heard, []);
  });

  test('an incomplete card is refused by Stripe’s own form', async () => {
    const id = await open();
    await complete().click();
    await error('Your card number is incomplete.');
    assert.deepEqual((await stateOf(id)).payments, []);
  });

  test('a declined card makes way for another one', async () => {
    const id = await open();
    await fillStripe(stripeFrame(), '4000000000000002');
    await complete().click();
    await error(/declined/i);
    await fillStripe(stripeFrame(), '5555555555554444');
    await complete().click();
    await done();
    assert.deepEqual((await stateOf(id)).payments.map((p) => p.display_string), ['Mastercard •••• 4444']);
  });

  test('two presses are one payment', async () => {
    const id = await open();
    await fillStripe(stripeFrame(), '4242424242424242');
    await complete().dblclick();
    await done();
    assert.equal((await stateOf(id)).payments.length, 1);
  });

  test('a confirmation that the bank asks for is handled inside', async () => {
    const id = await open();
    await fillStripe(stripeFrame(), '4000002760003184');
    await complete().click();
    await challenge(page, 'Complete');
    await done();
    assert.deepEqual(await page.evaluate(() => window.processed), [202, 200]);
    assert.equal((await stateOf(id)).is_processed, true);
    assert.deepEqual(heard, []);
  });

  test('a confirmation that is refused leaves the order to be paid by another card', async () => {
    const id = await open();
    await fillStripe(stripeFrame(), '4000002760003184');
    await complete().click();
    await challenge(page, 'Fail');
    await error(/not confirmed/);
    assert.equal((await stateOf(id)).is_processed, false);
    await fillStripe(stripeFrame(), '4242424242424242');
    await complete().click();
    await done();
    assert.equal((await stateOf(id)).is_processed, true);
  });

  test('a wallet button fills in the order and pays it', async () => {
    const id = await open({ filled: false, wallets: true, cards: false });
    await page.frameLocator('#eps-express-pay iframe').getByRole('button', { name: 'Google Pay' }).click();
    await done();
    const state = await stateOf(id);
    assert.equal(state.is_processed, true);
    assert.equal(state.customer.email_address, 'alex.roy@example.com');
    assert.equal(state.addresses.shipping.postal_code.replace(' ', ''), 'R3Y0L6');
    assert.equal(await page.evaluate(() => window.stripeSheetTotal), state.order_total);
    assert.deepEqual(heard, []);
  });

  test('a card that is saved pays the next order', async () => {
    const platformId = `shopper-${Date.now()}`;
    const cart = async () => (await ask('POST', `/checkout/orders/${shop}/init`, {
      cart_items: [{ sku: 'KLS_472945', quantity: 1, line_item_key: 'board' }],
      customer: { platform_id: platformId, ...customer },
    })).data;
    await open({ cart: await cart() });
    await fillStripe(stripeFrame(), '4242424242424242');
    await page.getByLabel('Save this card for next time').check();
    await complete().click();
    await done();

    const id = await open({ cart: await cart() });
    assert.equal(await page.getByLabel(/^Visa •••• 4242, expires 04\/34/).isChecked(), true);
    assert.equal(await stripeFrame().getByLabel('Card number').isVisible(), false);
    await complete().click();
    await done();
    assert.equal((await stateOf(id)).payments.length, 1);

    const { initial_data: { eps_gateways: gateways } } = await cart();
    const [{ public_id: saved }] = Object.values(gateways)[0].vaulted_payment_methods;
    const created = await createOrder(platformId, saved);
    assert.deepEqual(created.commands.map(({ status }) => status), Array(5).fill('succeeded'));
    const { payments: [charged] } = created.application_state;
    assert.deepEqual([charged.status, charged.lineText, charged.amount], ['captured', '4242', created.application_state.order_total]);

    await open({ cart: await cart() });
    await page.getByRole('button', { name: /^Remove: Visa/ }).click();
    await page.getByLabel(/^Visa •••• 4242/).waitFor({ state: 'detached' });
    await stripeFrame().getByLabel('Card number').waitFor();
  });

  test('the frame of older pages takes cards for Stripe too', async () => {
    const id = await open({ render: { shouldRenderSpiFrame: true } });
    const inner = testFrame().frameLocator('iframe[src*="payment.html"]');
    await inner.getByLabel('Card number').fill('4242424242424242');
    await inner.getByLabel('Expiration').fill('04/34');
    await inner.getByLabel('Security code').fill('123');
    await complete().click();
    await done();
    assert.equal((await stateOf(id)).is_processed, true);
    assert.deepEqual(heard, []);
  });

  test('a confirmation in the frame has the whole window for as long as it takes', async () => {
    const id = await open({ render: { shouldRenderSpiFrame: true } });
    const inner = testFrame().frameLocator('iframe[src*="payment.html"]');
    await inner.getByLabel('Card number').fill('4000002760003184');
    await inner.getByLabel('Expiration').fill('04/34');
    await inner.getByLabel('Security code').fill('123');
    await complete().click();
    const bank = testFrame().frameLocator('iframe[name="stripe-challenge"]').getByRole('button', { name: 'Complete' });
    await bank.waitFor();
    // The frame asks the page for room, and gives it back, by a message.
    const fills = (isWhole) => page.waitForFunction(
      (isWhole) => (document.getElementById('spi_frame_eps-iframe-payment-gateway').getBoundingClientRect().height === innerHeight) === isWhole, isWhole);
    await fills(true);
    await bank.click();
    await done();
    await fills(false);
    assert.equal((await stateOf(id)).is_processed, true);
  });

  test('who comes back from another site is believed only what Stripe says', async () => {
    await open({ query: '?payment_intent=pi_1&payment_intent_client_secret=pi_1_secret_1&redirect_status=succeeded' });
    await page.waitForFunction(() => window.calls.some(([name]) => name === 'onReturnPaymentOrder'));
    assert.deepEqual(await page.evaluate(() => window.calls.find(([name]) => name === 'onReturnPaymentOrder')[2].success), false);
    assert.equal(new URL(page.url()).search, '');
  });
});
