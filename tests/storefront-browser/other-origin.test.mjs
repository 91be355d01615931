// A shop on an origin of its own, with the last library that drives the payment page by PIGI messages.
import assert from 'node:assert/strict';
import { after, before, beforeEach, afterEach, test } from 'node:test';
import { mkdtempSync, copyFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { allowedPorts, init, shop, stateOf, until, url, winnipeg } from './backend.mjs';
import { complaints, fillCard, launch, serve } from './browser.mjs';

let chromium, site, stranger, folder, page, heard;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'other-origin-'));
  copyFileSync(new URL('pages/older.html', import.meta.url), join(folder, 'older.html'));
  const here = new URL('.', import.meta.url).pathname;
  // The library is CommonJS: each name is exported, so that the page can import all of it.
  const names = Object.keys((await import('checkout-frontend-library-0.62')).default);
  await build({
    stdin: { contents: `export { ${names.join(', ')} } from 'checkout-frontend-library-0.62'`, resolveDir: here },
    bundle: true, format: 'esm', outfile: join(folder, 'older.js'),
  });
  site = await serve(folder, allowedPorts);
  stranger = await serve(folder, [0]);
  chromium = await launch();
});

after(async () => {
  await chromium?.close();
  site?.close();
  stranger?.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  page = await (await chromium.browser.newContext()).newPage();
  page.setDefaultTimeout(60_000);
  heard = complaints(page);
});

afterEach(() => page.context().close());

const call = (name, ...parameters) => page.evaluate(
  ([name, parameters]) => Promise.resolve(window.library[name](...parameters)).then(({ success, status, response, error }) => ({ success, status, response, error: error && { message: error.message, body: error.body } })),
  [name, parameters]);

async function good(name, ...parameters) {
  const answer = await call(name, ...parameters);
  assert.equal(answer.success, true, `${name}: ${JSON.stringify(answer.error)}`);
  return answer.response;
}

async function openAt(origin) {
  const data = await init();
  await page.goto(`${origin}/older.html`);
  await page.waitForFunction(() => window.library);
  await good('initialize', data, shop, { type: 'local', path: 'checkout', url });
  return data.public_order_id;
}

async function readyToPay() {
  const id = await openAt(site.origin);
  await good('addGuestCustomer', 'Alex', 'Roy', 'alex.roy@example.com');
  await good('setShippingAddress', winnipeg);
  await good('setBillingAddress', winnipeg);
  await good('getShippingLines');
  await good('changeShippingLine', (await page.evaluate(() => window.library.getShipping().available_shipping_lines[0].id)));
  await good('setTaxes');
  await good('cssStylingPaymentIframe', { css_rules: [{ cssText: '#card-number { letter-spacing: 3px; }' }], media_rules: [] });
  await page.evaluate(() => window.openFrame());
  await page.waitForFunction(() => window.messages.some((m) => m.responseType === 'PIGI_INITIALIZED'));
  return { id, frame: page.frameLocator('#iframe-payment-gateway') };
}

const action = (name, ...parameters) => page.evaluate(
  ([name, parameters]) => window.library[name](...parameters).then((m) => ({ resolved: m.payload }), (m) => ({ rejected: m.payload ?? String(m) })),
  [name, parameters]);

test('a shop on an allowed origin makes every kind of call with credentials', async () => {
  await openAt(site.origin);
  await good('addGuestCustomer', 'Alex', 'Roy', 'alex.roy@example.com');
  await good('updateCustomer', 'Sam', 'Roy', 'sam.roy@example.com', false);
  await good('patchOrderMetaData', { cart_parameters: null, note_attributes: null, notes: 'Ring twice', tags: null });
  await good('getRefreshedApplicationState');
  await good('deleteCustomer');
  assert.deepEqual(heard, []);
});

test('a refusal reaches the page with its errors', async () => {
  await openAt(site.origin);
  const answer = await call('addGuestCustomer', 'Alex', 'Roy', 'nonsense');
  assert.equal(answer.status, 422);
  assert.equal(answer.error.body.errors[0].field, 'email_address');
});

test('an origin that the shop does not allow gets nothing', async () => {
  await openAt(stranger.origin);
  const answer = await call('getRefreshedApplicationState');
  assert.equal(answer.success, false);
  assert.match(answer.error.message, /Failed to fetch/);
});

test('an origin that the shop does not allow cannot frame the payment page', async () => {
  await openAt(stranger.origin);
  await page.evaluate(() => window.openFrame());
  await until(() => heard.some((text) => /frame-ancestors/.test(text)), 'the browser to be told who may frame the page');
});

test('the payment page takes the card, adds the payment and the order is processed', async () => {
  const { id, frame } = await readyToPay();
  assert.equal(await frame.locator('#card-number').evaluate((input) => getComputedStyle(input).letterSpacing), '3px');
  await fillCard(frame, '4242424242424242');
  assert.equal((await action('sendRefreshOrderActionAsync')).resolved.success, true);
  assert.equal((await action('sendAddPaymentActionAsync')).resolved.success, true);
  await good('getRefreshedApplicationState');
  assert.equal(await page.evaluate(() => window.library.getApplicationState().order_balance), 0);
  await good('processOrder');
  assert.equal((await stateOf(id)).is_processed, true);
  assert.deepEqual(heard, []);
});

test('another card given in the payment page pays in place of the first, before and after a decline', async () => {
  const { id, frame } = await readyToPay();
  const give = async (number) => {
    await fillCard(frame, number);
    assert.equal((await action('sendAddPaymentActionAsync')).resolved.success, true);
    return (await stateOf(id)).payments.map((p) => p.display_string);
  };
  assert.deepEqual(await give('4242424242424242'), ['Visa •••• 4242']);
  assert.deepEqual(await give('4000000000000002'), ['Visa •••• 0002']);
  assert.equal((await call('processOrder')).status, 422);
  assert.deepEqual(await give('5555555555554444'), ['Mastercard •••• 4444']);
  await good('processOrder');
  assert.equal((await stateOf(id)).is_processed, true);
});

test('the payment page says what is wrong with a card beside its field and adds nothing', async () => {
  const { frame } = await readyToPay();
  await fillCard(frame, '4242424242424241', '12/34');
  assert.equal((await action('sendAddPaymentActionAsync')).rejected.success, false);
  assert.equal(await frame.locator('#card-number').getAttribute('aria-invalid'), 'true');
  assert.notEqual(await frame.locator('#card-number-error').textContent(), '');
  await good('getRefreshedApplicationState');
  assert.deepEqual(await page.evaluate(() => window.library.getPayments()), []);
});

test('the payment page shows and clears what the shop has to say', async () => {
  const { frame } = await readyToPay();
  assert.equal((await action('sendDisplayErrorMessageActionAsync', 'The card was declined.', 'payment')).resolved.success, true);
  await frame.getByText('The card was declined.').waitFor();
  assert.equal((await action('sendClearErrorMessageActionAsync')).resolved.success, true);
  await frame.getByText('The card was declined.').waitFor({ state: 'hidden' });
});

test('every other message is answered in its own name', async () => {
  await readyToPay();
  for (const [name, ...parameters] of [
    ['sendUpdateLanguageActionAsync', 'fr'],
    ['sendUpdateMediaMatchActionAsync', '(max-width: 500px)', true],
    ['sendSelectPaymentMethodActionAsync', { index: 0, gatewayName: 'test' }],
    ['sendHideCreditCardOptionActionAsync'],
  ]) assert.equal((await action(name, ...parameters)).resolved?.success, true, name);
  const origins = await page.evaluate(() => [...new Set(window.messages.map((m) => m.origin))]);
  assert.deepEqual(origins, [new URL(url).origin]);
});

for (const [answer, button, step] of [['confirms', '#sca-confirm', 'COMPLETED'], ['declines', '#sca-decline', 'FAILED']]) {
  test(`a payment that the bank asks about: the shopper ${answer}`, async () => {
    const { id, frame } = await readyToPay();
    await fillCard(frame, '4000002500003155');
    assert.equal((await action('sendAddPaymentActionAsync')).resolved.success, true);
    const processed = await call('processOrder');
    assert.equal(processed.status, 202);
    await page.evaluate((token) => window.library.sendHandleScaAction(token), processed.response.clientSecretToken);
    await frame.locator(button).click();
    await page.waitForFunction((step) => window.messages.some((m) => m.responseType === 'PIGI_HANDLE_SCA' && m.payload.step === step), step);
    if (step === 'COMPLETED') await good('processOrder');
    assert.equal((await stateOf(id)).is_processed, step === 'COMPLETED');
  });
}
