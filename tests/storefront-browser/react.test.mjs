// A page made of npm @boldcommerce/checkout-react-components as it is, on another origin: from its forms to the placed order.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { allowedPorts, init, shop, stateOf, url, winnipeg } from './backend.mjs';
import { complaints, fillCard, launch, serve } from './browser.mjs';

let chromium, site, folder, page, heard, sent;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'react-'));
  const here = new URL('.', import.meta.url).pathname;
  copyFileSync(join(here, 'pages/react.html'), join(folder, 'react.html'));
  await build({
    entryPoints: [join(here, 'pages/react.jsx')], bundle: true, format: 'esm', outfile: join(folder, 'react.js'),
    define: { 'process.env.NODE_ENV': '"production"' }, nodePaths: [join(here, 'node_modules')],
  });
  site = await serve(folder, allowedPorts);
  chromium = await launch();
});

after(async () => {
  await chromium?.close();
  site?.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  page = await (await chromium.browser.newContext()).newPage();
  page.setDefaultTimeout(60_000);
  heard = complaints(page);
  sent = [];
  page.on('request', (request) => { if (request.url().includes('/checkout/storefront/') && request.method() !== 'OPTIONS') sent.push(`${request.method()} ${request.url().split('/').at(-1)}`); });
});

afterEach(() => page.context().close());

const customer = { first_name: 'Alex', last_name: 'Roy', email_address: 'alex.roy@example.com' };
const pigi = () => page.frameLocator('[data-bold-pigi-iframe]');
const outcome = (text) => page.locator('#confirmed', { hasText: text }).waitFor();

async function open() {
  const data = await init();
  await page.goto(`${site.origin}/react.html`);
  await page.waitForFunction(() => window.begin);
  await page.evaluate((given) => window.begin(given), { data, shop, url });
  return data.public_order_id;
}

async function save(name, values) {
  const form = page.locator(`form[aria-label=${name}]`);
  for (const [field, value] of Object.entries(values)) await form.locator(`[name=${field}]`).fill(value);
  await form.getByRole('button').click();
  return form.locator('output');
}

async function fill() {
  await (await save('customer', customer)).filter({ hasText: 'saved' }).waitFor();
  const { country, province, ...address } = winnipeg;
  await (await save('address', address)).filter({ hasText: 'saved' }).waitFor();
}

/** As the same cart is taxed whose client asks for taxes last of all. */
async function taxesOf(quantity, shippingId) {
  const cart = await init({ cart_items: [{ sku: 'KLS_472945', quantity, line_item_key: 'board' }] });
  const tell = async (part, body) => (await fetch(`${url}/checkout/storefront/${shop}/${cart.public_order_id}${part}`, {
    method: 'POST', headers: { Authorization: `Bearer ${cart.jwt_token}`, 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  })).json();
  await tell('/addresses/shipping', winnipeg);
  await tell('/shipping_lines', { index: shippingId });
  return (await tell('/taxes', {})).data.application_state.taxes.map(({ name, value }) => [name, value]);
}

describe('checkout-react-components', () => {
  test('places the order at the first Confirm, with the taxes of a quantity that was changed last', async () => {
    const id = await open();
    await fill();
    await page.locator('fieldset input').nth(1).click();
    await page.locator('fieldset input').nth(1).and(page.locator(':checked')).waitFor();
    const before = sent.length;
    await page.getByRole('button', { name: 'One more' }).click();
    await page.locator('li', { hasText: '× 2' }).waitFor();
    await fillCard(pigi(), '4242424242424242');
    await page.getByRole('button', { name: 'Confirm' }).click();
    await outcome('placed');

    const state = await stateOf(id);
    assert.equal(state.is_processed, true);
    assert.deepEqual(state.taxes.map(({ name, value }) => [name, value]), await taxesOf(2, state.shipping.selected_shipping.id));
    assert.deepEqual(state.payments.map((payment) => payment.value), [state.order_total]);
    assert.equal(await page.locator('#total').textContent(), `${state.order_total} of which ${state.taxes.reduce((sum, tax) => sum + tax.value, 0)} taxes`);
    // The components ask for no taxes after a change of a quantity, and process once.
    assert.deepEqual(sent.slice(before).filter((call) => /taxes|process_order/.test(call)), ['POST process_order']);
    assert.deepEqual(heard, []);
  });

  test('says that a card was declined, and another card places the order', async () => {
    const id = await open();
    await fill();
    await fillCard(pigi(), '4000000000000002');
    await page.getByRole('button', { name: 'Confirm' }).click();
    await outcome('refused');
    assert.match(await page.locator('#errors').textContent(), /try again/);
    assert.equal((await stateOf(id)).is_processed, false);

    await fillCard(pigi(), '4242424242424242');
    await page.getByRole('button', { name: 'Confirm' }).click();
    await outcome('placed');
    const state = await stateOf(id);
    assert.equal(state.is_processed, true);
    assert.deepEqual(state.payments.map((payment) => payment.value), [state.order_total]);
  });

  test('names the field that is refused, and shows what a code takes off', async () => {
    await open();
    await fill();
    const before = await page.locator('#total').textContent();
    await (await save('customer', { ...customer, email_address: 'nobody' })).filter({ hasText: 'email_address' }).waitFor();
    await (await save('discount', { code: 'NOSUCHCODE' })).filter({ hasText: 'code' }).waitFor();
    assert.equal(await page.locator('#total').textContent(), before);
    await (await save('discount', { code: 'CHOPCHOP' })).filter({ hasText: 'saved' }).waitFor();
    assert.notEqual(await page.locator('#total').textContent(), before);
  });
});
