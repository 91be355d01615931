// The hosted checkout in a real browser: from the link of Initialize Order to the placed order, with the test gateway's card.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { init, stateOf } from './backend.mjs';
import { complaints, fillCard, launch } from './browser.mjs';

let chromium, page, heard, order;

before(async () => { chromium = await launch(); });
after(() => chromium?.close());

beforeEach(async () => {
  const context = await chromium.browser.newContext({ locale: 'en-CA' });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  heard = complaints(page);
  order = await init();
  await page.goto(order.hosted_checkout_url);
});

afterEach(() => page.context().close());

const button = () => page.locator('button[type=submit].main');
const card = () => page.frameLocator('#card iframe');

async function fillIn({ email = 'alex.roy@example.com' } = {}) {
  await page.fill('[name=email]', email);
  await page.fill('#delivery [name=first_name]', 'Alex');
  await page.fill('#delivery [name=last_name]', 'Roy');
  await page.fill('#delivery [name=address_line_1]', '50 Fultz Boulevard');
  await page.fill('#delivery [name=city]', 'Winnipeg');
  await page.selectOption('#delivery [name=province_code]', 'MB');
  await page.fill('#delivery [name=postal_code]', 'R3Y 0L6');
  await page.focus('[name=email]');
  await page.locator('#method input:checked').waitFor();
  await page.locator('.totals', { hasText: 'GST' }).waitFor();
}

const thanks = () => page.locator('h1', { hasText: 'Thank you' }).waitFor();

describe('the hosted checkout', () => {
  test('places an order with a card, and shows it again after a reload', async () => {
    await fillIn();
    await fillCard(card(), '4242424242424242');
    await button().click();
    await thanks();
    const state = await stateOf(order.public_order_id);
    assert.equal(state.is_processed, true);
    assert.equal(state.order_balance, 0);
    assert.ok(state.taxes.length + state.line_items.flatMap((l) => l.taxes).length > 0);
    await page.reload();
    await thanks();
    assert.match(await page.locator('main').textContent(), /Order [0-9A-Z]{4}-[0-9A-Z]{4}/);
    assert.deepEqual(heard, []);
  });

  test('shows a declined card and takes another one', async () => {
    await fillIn();
    await fillCard(card(), '4000000000000002');
    await button().click();
    await page.locator('[role=alert]', { hasText: /declin/i }).waitFor();
    await fillCard(card(), '4242424242424242');
    await button().click();
    await thanks();
    assert.equal((await stateOf(order.public_order_id)).payments.filter((p) => p.status !== 'failed').length, 1);
  });

  test('names the first field that is missing, and loses nothing that was typed', async () => {
    await page.fill('[name=email]', 'alex.roy@example');
    await button().click();
    await page.locator('[name=email][aria-invalid=true]').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.name), 'email');
    assert.equal(await page.inputValue('[name=email]'), 'alex.roy@example');
    assert.notEqual(await page.locator('[name=email]').getAttribute('aria-describedby'), null);
  });

  test('places one order for a double click, though its answer is lost', async () => {
    await fillIn();
    await fillCard(card(), '4242424242424242');
    let placed = 0;
    await page.route('**/process_order', async (route) => {
      placed++;
      await route.fetch();
      await route.abort();
    });
    await button().dblclick();
    await thanks();
    const state = await stateOf(order.public_order_id);
    assert.equal(state.payments.length, 1);
    assert.ok(placed >= 1);
  });

  test('says in words that the total changed before it can be paid', async () => {
    await fillIn();
    await fillCard(card(), '4242424242424242');
    // Another tab enters a code at the same time.
    const { jwt_token: token } = order;
    const storefront = new URL(order.hosted_checkout_url).pathname.replace('/checkout/', '/checkout/storefront/');
    const answer = await fetch(new URL(`${storefront}/items`, order.hosted_checkout_url), {
      method: 'PUT', headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }, body: JSON.stringify({ line_item_key: 'board', quantity: 3 }),
    });
    assert.ok(answer.ok, await answer.text());
    await button().click();
    await page.locator('[role=alert]', { hasText: 'total changed' }).waitFor();
    assert.equal((await stateOf(order.public_order_id)).is_processed, false);
  });

  test('opens for nobody without the key of the link', async () => {
    const address = new URL(order.hosted_checkout_url);
    address.searchParams.set('key', 'AAAAAAAAAAAAAAAAAAAAAA');
    const answer = await fetch(address);
    assert.equal(answer.status, 404);
    assert.doesNotMatch(await answer.text(), /"token"/);
  });

  test('goes back one section, and fits 320 pixels', async () => {
    await page.focus('[name=email]');
    await page.focus('#delivery [name=city]');
    await page.goBack();
    assert.equal(new URL(page.url()).hash, '#contact');
    await page.setViewportSize({ width: 320, height: 640 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320));
  });
});
