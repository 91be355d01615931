// The hosted checkout in a real browser: from the link of Initialize Order to the placed order, with the test gateway's card.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { init, stateOf, until } from './backend.mjs';
import { complaints, fillCard, launch } from './browser.mjs';
import { challenge, change, fillStripe, settings, standInForStripe, stripeApi, stripeGateway, withGateways } from './gateways.mjs';
import { alert, button, card, fillIn, open, saved, thanks } from './hosted.mjs';

let chromium, page, heard, order;

before(async () => { chromium = await launch(); });
after(() => chromium?.close());

beforeEach(async () => {
  order = await init();
  const context = await chromium.browser.newContext({ locale: 'en-CA' });
  if (stripeApi) await standInForStripe(context);
  page = await open(context, order);
  heard = complaints(page);
});

afterEach(async () => {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.context().unrouteAll({ behavior: 'ignoreErrors' });
  await page.context().close();
});

const counted = (payments) => payments.filter((p) => p.status !== 'failed' && p.status !== 'voided');

describe('the hosted checkout', () => {
  test('places an order with a card, and shows it again after a reload', async () => {
    await fillIn(page);
    await fillCard(card(page), '4242424242424242');
    await button(page).click();
    await thanks(page);
    const state = await stateOf(order.public_order_id);
    assert.equal(state.is_processed, true);
    assert.equal(state.order_balance, 0);
    assert.ok(state.taxes.length + state.line_items.flatMap((l) => l.taxes).length > 0);
    await page.reload();
    await thanks(page);
    assert.match(await page.locator('main').textContent(), /Order [0-9A-Z]{4}-[0-9A-Z]{4}/);
    assert.deepEqual(heard, []);
  });

  test('shows a declined card and takes another one', async () => {
    await fillIn(page);
    await fillCard(card(page), '4000000000000002');
    await button(page).click();
    await alert(page, /declin/i);
    await fillCard(card(page), '4242424242424242');
    await button(page).click();
    await thanks(page);
    assert.equal(counted((await stateOf(order.public_order_id)).payments).length, 1);
  });

  test('asks for the bank’s confirmation on the page, and places the order when it is given', async () => {
    await fillIn(page);
    await fillCard(card(page), '4000002500003155');
    await button(page).click();
    await card(page).getByRole('button', { name: 'Confirm' }).click();
    await thanks(page);
    const state = await stateOf(order.public_order_id);
    assert.equal(state.is_processed, true);
    assert.equal(counted(state.payments).length, 1);
    assert.deepEqual(heard, []);
  });

  test('says that the bank’s confirmation was refused, and takes another card', async () => {
    await fillIn(page);
    await fillCard(card(page), '4000002500003155');
    await button(page).click();
    await card(page).getByRole('button', { name: 'Decline' }).click();
    await alert(page, /not confirmed/);
    assert.equal((await stateOf(order.public_order_id)).is_processed, false);
    await fillCard(card(page), '4242424242424242');
    await button(page).click();
    await thanks(page);
    assert.equal(counted((await stateOf(order.public_order_id)).payments).length, 1);
  });

  test('places the order by a wallet’s button, with the address that the wallet knows', async () => {
    await page.getByRole('button', { name: 'Pay with the test wallet' }).click();
    await thanks(page);
    const state = await stateOf(order.public_order_id);
    assert.equal(state.is_processed, true);
    assert.equal(state.payments.length, 1);
    assert.equal(state.addresses.shipping.city, 'San Jose');
    assert.deepEqual(heard, []);
  });

  test('names the first field that is missing, and loses nothing that was typed', async () => {
    await page.fill('[name=email]', 'alex.roy@example');
    await button(page).click();
    await page.locator('[name=email][aria-invalid=true]').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.name), 'email');
    assert.equal(await page.inputValue('[name=email]'), 'alex.roy@example');
    assert.notEqual(await page.locator('[name=email]').getAttribute('aria-describedby'), null);
  });

  test('places one order for a double click', async () => {
    await fillIn(page);
    await fillCard(card(page), '4242424242424242');
    let placed = 0;
    page.on('request', (request) => { if (request.url().endsWith('/process_order')) placed++; });
    await button(page).dblclick();
    await thanks(page);
    assert.equal(placed, 1);
    assert.equal((await stateOf(order.public_order_id)).payments.length, 1);
  });

  test('shows the placed order though the answer of placing it is lost', async () => {
    await fillIn(page);
    await fillCard(card(page), '4242424242424242');
    let placed = 0;
    await page.route('**/process_order', async (route) => {
      placed++;
      await route.fetch();
      await route.abort();
    });
    await button(page).click();
    await thanks(page);
    assert.ok(placed >= 1);
    assert.equal((await stateOf(order.public_order_id)).payments.length, 1);
  });

  test('says that the shop does not answer, and pays once when it does', async () => {
    await fillIn(page);
    await fillCard(card(page), '4242424242424242');
    await page.route('**/checkout/storefront/**', (route) => route.abort());
    await button(page).click();
    await alert(page, 'could not reach the shop');
    await page.unrouteAll();
    await button(page).click();
    await thanks(page);
    assert.equal((await stateOf(order.public_order_id)).payments.length, 1);
  });

  test('says in words that the total changed before it can be paid', async () => {
    await fillIn(page);
    await fillCard(card(page), '4242424242424242');
    // Another tab enters a code at the same time.
    const { jwt_token: token } = order;
    const storefront = new URL(order.hosted_checkout_url).pathname.replace('/checkout/', '/checkout/storefront/');
    const answer = await fetch(new URL(`${storefront}/items`, order.hosted_checkout_url), {
      method: 'PUT', headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }, body: JSON.stringify({ line_item_key: 'board', quantity: 3 }),
    });
    assert.ok(answer.ok, await answer.text());
    await button(page).click();
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

  test('goes back one section, and not from the thanks to the form', async () => {
    await page.focus('[name=email]');
    await page.focus('#delivery [name=city]');
    await page.goBack();
    await page.waitForURL(/#contact$/);
    await page.waitForFunction(() => document.activeElement.name === 'email');
    await fillIn(page);
    await fillCard(card(page), '4242424242424242');
    await button(page).click();
    await thanks(page);
    await page.goBack();
    await thanks(page);
    assert.equal(await button(page).count(), 0);
  });
});

describe('a second tab', () => {
  test('shows the order that was placed in the first once it is looked at', async () => {
    const other = await open(page.context(), order);
    await fillIn(page);
    await fillCard(card(page), '4242424242424242');
    await button(page).click();
    await thanks(page);
    await other.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await thanks(other);
  });

  test('pays nothing when the order was placed in the first meanwhile', async () => {
    await fillIn(page);
    const other = await open(page.context(), order);
    await fillCard(card(page), '4242424242424242');
    await fillCard(card(other), '4242424242424242');
    await button(page).click();
    await thanks(page);
    await button(other).click();
    await thanks(other);
    assert.equal((await stateOf(order.public_order_id)).payments.length, 1);
  });

  test('pays nothing when both are pressed at once', async () => {
    await fillIn(page);
    const other = await open(page.context(), order);
    await fillCard(card(page), '4242424242424242');
    await fillCard(card(other), '5555555555554444');
    await Promise.all([button(page).click(), button(other).click()]);
    // Where one took the other's card off before it was charged, it says so; a second press shows the order.
    for (const tab of [page, other]) {
      const title = tab.locator('h1', { hasText: 'Thank you' });
      await until(async () => (await title.count()) > 0 || (await button(tab).getAttribute('aria-disabled')) === null, 'an answer');
      if ((await title.count()) === 0) await button(tab).click();
      await thanks(tab);
    }
    const state = await stateOf(order.public_order_id);
    assert.equal(state.is_processed, true);
    assert.equal(counted(state.payments).length, 1);
    assert.equal(counted(state.payments)[0].amount, state.order_total);
  });
});

describe('what was typed', () => {
  test('comes back with a reload, complete or not, and the order is placed with it', async () => {
    await page.fill('[name=email]', 'alex.roy@example.com');
    await page.fill('#delivery [name=first_name]', 'Alex');
    await page.fill('#delivery [name=city]', 'Winnipeg');
    await page.reload();
    assert.equal(await page.inputValue('[name=email]'), 'alex.roy@example.com');
    assert.equal(await page.inputValue('#delivery [name=first_name]'), 'Alex');
    assert.equal(await page.inputValue('#delivery [name=city]'), 'Winnipeg');
    await fillIn(page);
    await page.reload();
    await page.locator('#method input:checked').waitFor();
    await page.locator('.totals', { hasText: 'GST' }).waitFor();
    assert.equal(await page.inputValue('#delivery [name=address_line_1]'), '50 Fultz Boulevard');
    await fillCard(card(page), '4242424242424242');
    await button(page).click();
    await thanks(page);
    assert.equal(await page.evaluate(() => sessionStorage.length), 0);
    assert.deepEqual(heard, []);
  });

  test('is kept offline, and sent once the shopper is online again', async () => {
    await fillIn(page);
    await fillCard(card(page), '4242424242424242');
    let placed = 0;
    page.on('request', (request) => { if (request.url().endsWith('/process_order')) placed++; });
    await page.focus('#delivery [name=address_line_2]');
    await page.context().setOffline(true);
    await alert(page, 'You are offline');
    assert.equal(await page.evaluate(() => document.activeElement.name), 'address_line_2');
    await page.keyboard.type('Suite 200');
    await button(page).click();
    await alert(page, 'You are offline');
    assert.equal(placed, 0);
    await page.context().setOffline(false);
    await page.locator('[role=alert]', { hasText: 'offline' }).waitFor({ state: 'detached' });
    await until(async () => (await stateOf(order.public_order_id)).addresses.shipping.address_line_2 === 'Suite 200', 'the address');
    await saved(page);
    await button(page).click();
    await thanks(page);
    assert.equal((await stateOf(order.public_order_id)).payments.length, 1);
  });

  test('comes back too when it was typed while something else was being saved', async () => {
    await fillIn(page);
    await saved(page);
    let answer;
    const held = new Promise((done) => { answer = done; });
    await page.route('**/addresses/shipping', async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest('**/addresses/shipping');
    await page.fill('#delivery [name=address_line_2]', 'Suite 200');
    await page.focus('#delivery [name=city]');
    await asked;
    await page.fill('#delivery [name=city]', 'Brandon');
    answer();
    await saved(page);
    assert.equal((await stateOf(order.public_order_id)).addresses.shipping.address_line_2, 'Suite 200');
    await page.reload();
    assert.equal(await page.inputValue('#delivery [name=city]'), 'Brandon');
    await page.unroute('**/addresses/shipping');
  });

  test('stays in the code field while something else is saved', async () => {
    let answer;
    const held = new Promise((done) => { answer = done; });
    await page.route('**/customer/guest', async (route) => {
      await held;
      await route.continue();
    });
    await page.fill('[name=email]', 'alex.roy@example.com');
    await page.fill('#delivery [name=first_name]', 'Alex');
    await page.fill('#delivery [name=last_name]', 'Roy');
    const asked = page.waitForRequest('**/customer/guest');
    await page.focus('[name=code]');
    await asked;
    await page.keyboard.type('CHOP');
    answer();
    await saved(page);
    await page.keyboard.type('CHOP');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove CHOPCHOP' }).waitFor();
    assert.equal(await page.inputValue('[name=code]'), '');
  });
});

describe('a card that is saved', () => {
  const shopper = () => ({ customer: { platform_id: `hosted-${Date.now()}`, first_name: 'Alex', last_name: 'Roy', email_address: 'alex.roy@example.com' } });

  async function fillAddress() {
    await page.fill('#delivery [name=address_line_1]', '50 Fultz Boulevard');
    await page.fill('#delivery [name=city]', 'Winnipeg');
    await page.selectOption('#delivery [name=province_code]', 'MB');
    await page.fill('#delivery [name=postal_code]', 'R3Y 0L6');
    await page.locator('#delivery [name=postal_code]').blur();
    await page.locator('#method input:checked').waitFor();
    await page.locator('.totals', { hasText: 'GST' }).waitFor();
    await saved(page);
  }

  test('pays the next order without being typed', async () => {
    const customer = shopper();
    order = await init(customer);
    await page.goto(order.hosted_checkout_url);
    await fillAddress();
    await fillCard(card(page), '4242424242424242');
    await page.getByLabel('Save this card for next time').check();
    await button(page).click();
    await thanks(page);

    order = await init(customer);
    await page.goto(order.hosted_checkout_url);
    await fillAddress();
    assert.equal(await page.getByLabel(/^Visa •••• 4242/).isChecked(), true);
    await button(page).click();
    await thanks(page);
    const { payments } = await stateOf(order.public_order_id);
    assert.deepEqual(payments.map((p) => p.lineText), ['4242']);
    assert.deepEqual(heard, []);
  });
});

describe('with Stripe', { skip: stripeApi ? false : 'STRIPE_URL names no stand-in' }, () => {
  const stripeFrame = () => page.frameLocator('#card iframe[src*="payment.html"]');
  let original;

  before(async () => {
    original = await settings();
    await withGateways(stripeGateway);
  });
  after(() => change(() => original.shop));

  test('a card pays the order once the bank has its confirmation, refused at first', async () => {
    await fillIn(page);
    await fillStripe(stripeFrame(), '4000002760003184');
    await button(page).click();
    await challenge(page, 'Fail');
    await alert(page, /not confirmed/);
    assert.equal((await stateOf(order.public_order_id)).is_processed, false);
    await fillStripe(stripeFrame(), '4000002760003184');
    await button(page).click();
    await challenge(page, 'Complete');
    await thanks(page);
    assert.equal(counted((await stateOf(order.public_order_id)).payments).length, 1);
    assert.deepEqual(heard, []);
  });

  test('Google Pay fills in the order and pays it', async () => {
    await page.frameLocator('#wallets iframe').getByRole('button', { name: 'Google Pay' }).click();
    await thanks(page);
    const state = await stateOf(order.public_order_id);
    assert.equal(state.is_processed, true);
    assert.equal(state.customer.email_address, 'alex.roy@example.com');
    assert.equal(state.addresses.shipping.province_code, 'MB');
    assert.equal(state.payments.length, 1);
    assert.deepEqual(heard, []);
  });
});
