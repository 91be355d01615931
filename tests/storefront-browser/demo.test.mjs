// The demo storefront as a shopper uses it: by keyboard, on a phone, with cards that fail, on a slow line.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { stateOf, until, url } from './backend.mjs';
import { complaints, fillCard, launch } from './browser.mjs';

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const screenshot = fileURLToPath(new URL('../../docs/images/storefront.png', import.meta.url));

let chromium, context, page, heard;

before(async () => {
  chromium = await launch();
});

after(() => chromium?.close());

beforeEach(() => open());

afterEach(async () => {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.close();
});

async function open(options = {}) {
  await context?.close();
  context = await chromium.browser.newContext({ locale: 'en-CA', ...options });
  page = await context.newPage();
  page.setDefaultTimeout(60_000);
  heard = complaints(page);
  await page.goto(`${url}/demo/`);
  await heading('Your cart');
}

const heading = (name) => page.getByRole('heading', { level: 1, name }).waitFor();
const orderId = () => page.evaluate(() => sessionStorage.getItem('demo-shop-order'));
const frame = () => page.frameLocator('#card-frame iframe');
const total = async () => Number((await page.locator('#summary-total').textContent()).replace(/[^\d]/g, ''));

async function giveDetails() {
  await page.locator('#cart-continue').click();
  await heading('Your details');
  await fillDetails();
  await page.getByRole('button', { name: 'Continue to addresses' }).click();
  await heading('Where to?');
}

async function fillDetails() {
  await page.locator('#email_address').fill('alex.roy@example.com');
  await page.locator('#first_name').fill('Alex');
  await page.locator('#last_name').fill('Roy');
}

async function giveAddress() {
  await page.locator('#shipping-address_line_1').fill('50 Fultz Boulevard');
  await page.locator('#shipping-city').fill('Winnipeg');
  await page.locator('#shipping-province_code').selectOption('MB');
  await page.locator('#shipping-postal_code').fill('R3Y 0L6');
  await page.getByRole('button', { name: 'Continue to shipping' }).click();
  await heading('How should it travel?');
}

async function goToPayment() {
  await giveDetails();
  await giveAddress();
  await page.locator('#shipping-lines input:checked').waitFor();
  await page.waitForFunction(() => !document.body.classList.contains('busy'));
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await heading('Payment');
  await frame().locator('#use-card').waitFor();
}

async function pay(number) {
  await fillCard(frame(), number);
  await frame().locator('#use-card').click();
  await page.locator('#place-order').click();
}

/** Presses Tab until this has the focus, as someone without a mouse would. */
async function tabTo(target, presses = 40) {
  const focused = () => target.evaluate((element) => element.ownerDocument.hasFocus() && element.ownerDocument.activeElement === element);
  for (let i = 0; i < presses; i++) {
    if (await focused()) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`not reached by keyboard: ${target}`);
}

async function typeInto(target, text) {
  await tabTo(target);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

test('a whole checkout by keyboard alone', async () => {
  await tabTo(page.locator('#cart-lines').getByRole('button', { name: /^One more/ }).first());
  await page.keyboard.press('Enter');
  await page.locator('#cart-lines output').first().filter({ hasText: '2' }).waitFor();
  await tabTo(page.locator('#cart-continue'));
  await page.keyboard.press('Enter');

  await heading('Your details');
  await typeInto(page.locator('#email_address'), 'alex.roy@example.com');
  await typeInto(page.locator('#first_name'), 'Alex');
  await typeInto(page.locator('#last_name'), 'Roy');
  await page.keyboard.press('Enter');

  await heading('Where to?');
  await typeInto(page.locator('#shipping-address_line_1'), '50 Fultz Boulevard');
  await typeInto(page.locator('#shipping-city'), 'Winnipeg');
  await tabTo(page.locator('#shipping-province_code'));
  await page.keyboard.type('Manitoba');
  await typeInto(page.locator('#shipping-postal_code'), 'R3Y 0L6');
  await page.keyboard.press('Enter');

  await heading('How should it travel?');
  await page.waitForFunction(() => document.querySelector('#shipping-lines input:checked') && !document.body.classList.contains('busy'));
  await tabTo(page.locator('#shipping-lines input:checked'));
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.querySelectorAll('#shipping-lines input')[1].checked && !document.body.classList.contains('busy'));
  await tabTo(page.getByRole('button', { name: 'Continue to payment' }));
  await page.keyboard.press('Enter');

  await heading('Payment');
  await frame().locator('#use-card').waitFor();
  await typeInto(frame().locator('#card-number'), '4242424242424242');
  await typeInto(frame().locator('#card-expiry'), '12/34');
  await typeInto(frame().locator('#card-cvc'), '123');
  await typeInto(frame().locator('#card-name'), 'Alex Roy');
  await tabTo(frame().locator('#use-card'));
  await page.keyboard.press('Enter');
  await page.locator('#place-order').waitFor();
  await tabTo(page.locator('#place-order'));
  await page.keyboard.press('Enter');

  await heading('Thank you');
  const state = await stateOf(await orderId());
  assert.equal(state.is_processed, true);
  assert.equal(state.order_balance, 0);
  assert.equal(state.shipping.selected_shipping.id, state.shipping.available_shipping_lines[1].id);
  assert.deepEqual(heard, []);
});

test('errors are next to their fields, which say so to a screen reader', async () => {
  await page.locator('#cart-continue').click();
  await heading('Your details');
  await page.getByRole('button', { name: 'Continue to addresses' }).click();
  const email = page.locator('#email_address');
  assert.equal(await email.getAttribute('aria-invalid'), 'true');
  assert.equal(await page.locator(`#${await email.getAttribute('aria-describedby')}`).textContent(), 'E-mail is needed.');
  assert.ok(await email.evaluate((element) => element === document.activeElement), 'the first wrong field has the focus');

  await fillDetails();
  await page.getByRole('button', { name: 'Continue to addresses' }).click();
  await heading('Where to?');
  await page.locator('#shipping-address_line_1').fill('50 Fultz Boulevard');
  await page.locator('#shipping-city').fill('Winnipeg');
  await page.locator('#shipping-province_code').selectOption('MB');
  await page.locator('#shipping-postal_code').fill('55401');
  await page.getByRole('button', { name: 'Continue to shipping' }).click();
  const error = page.locator('#shipping-postal_code-error');
  await error.waitFor();
  assert.match(await error.textContent(), /postal/i);

  await page.locator('#shipping-phone_number').fill('12');
  await page.getByRole('button', { name: 'Continue to shipping' }).click();
  await page.locator('#shipping-phone_number-error').waitFor();
  assert.ok(await page.locator('#shipping-postal_code').evaluate((element) => element === document.activeElement), 'the first wrong field from the top has the focus');
});

test('every product has its picture', async () => {
  await page.locator('#shelf li').first().waitFor();
  await page.waitForFunction(() => document.images.length > 10 && [...document.images].every((image) => image.complete && image.naturalWidth > 0));
});

test('a discount lowers the total, a wrong code is refused beside its field', async () => {
  await page.locator('#summary-total', { hasText: /\d/ }).waitFor();
  const before = await total();
  await page.getByLabel('Discount code').fill('NO_SUCH_CODE');
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.locator('#discount-code-error').waitFor();
  await page.getByLabel('Discount code').fill('CHOPCHOP');
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('button', { name: 'Remove discount CHOPCHOP' }).waitFor();
  await until(async () => (await total()) === before - 500, 'a total that is lower by 5.00');
  await page.getByRole('button', { name: 'Remove discount CHOPCHOP' }).click();
  await page.getByRole('button', { name: 'Remove discount CHOPCHOP' }).waitFor({ state: 'detached' });
  await until(async () => (await total()) === before, 'the total as it was');
});

test('a declined card is said and another one finishes the order', async () => {
  await goToPayment();
  await pay('4000000000000002');
  await page.getByRole('alert').filter({ hasText: /declined/i }).waitFor();
  await frame().locator('#card-number').waitFor();
  await pay('4242424242424242');
  await heading('Thank you');
});

test('a payment that the bank asks about finishes once the shopper confirms', async () => {
  await goToPayment();
  await pay('4000002500003155');
  await frame().locator('#sca-confirm').click();
  await heading('Thank you');
  assert.equal((await stateOf(await orderId())).is_processed, true);
});

test('a payment that the shopper does not confirm is said once, and another card finishes the order', async () => {
  await goToPayment();
  await pay('4000002500003155');
  await frame().locator('#sca-decline').click();
  await frame().getByText('Try again or use another card.').waitFor();
  await page.waitForFunction(() => !document.body.classList.contains('busy'));
  assert.ok(await page.locator('#alert').isHidden());
  await pay('4242424242424242');
  await heading('Thank you');
});

test('going back to change the order changes what the card pays', async () => {
  await goToPayment();
  await fillCard(frame(), '4242424242424242');
  await frame().locator('#use-card').click();
  await page.locator('#place-order').waitFor();
  await page.getByRole('navigation', { name: 'Checkout steps' }).getByRole('button', { name: 'Shipping' }).click();
  await heading('How should it travel?');
  await page.locator('#shipping-lines input').nth(1).check();
  await page.waitForFunction(() => !document.body.classList.contains('busy'));
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await page.locator('#place-order').click();
  await heading('Thank you');
  const state = await stateOf(await orderId());
  assert.equal(state.payments[0].amount, state.order_total);
});

test('a slow call shows that the page is busy and nothing is sent twice', async () => {
  let asked = 0;
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route('**/customer/guest', async (route) => {
    asked++;
    await held;
    await route.continue();
  });
  await page.locator('#cart-continue').click();
  await heading('Your details');
  await fillDetails();
  await page.keyboard.press('Enter');
  await page.locator('main[aria-busy="true"]').waitFor();
  assert.equal(await page.locator('#status').textContent(), 'Saving your details');
  await page.keyboard.press('Enter');
  release();
  await heading('Where to?');
  await page.locator('main[aria-busy="true"]').waitFor({ state: 'detached' });
  assert.equal(asked, 1);
});

test('a reload goes on where the shopper was', async () => {
  await giveDetails();
  const before = await orderId();
  await page.reload();
  await heading('Where to?');
  assert.equal(await orderId(), before);
});

test('a resumable link opens the same order elsewhere', async () => {
  await giveDetails();
  const order = await orderId();
  const elsewhere = await (await chromium.browser.newContext()).newPage();
  await elsewhere.goto(`${url}/demo/?order=${order}`);
  await elsewhere.getByRole('heading', { level: 1, name: 'Where to?' }).waitFor();
  assert.equal(await elsewhere.evaluate(() => sessionStorage.getItem('demo-shop-order')), order);
  await elsewhere.context().close();
});

test('the token of the shop never reaches the browser', async () => {
  await open();
  const seen = [];
  page.on('request', (request) => seen.push(JSON.stringify(request.headers()) + (request.postData() ?? '')));
  page.on('response', async (response) => seen.push(await response.text().catch(() => '')));
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await heading('Your cart');
  assert.ok(seen.length > 5);
  assert.ok(!seen.some((text) => text.includes(process.env.CHECKOUT_TOKEN ?? 'demo-api-token')));
});

/** The README's picture: with the order open above the step. */
async function takeScreenshot() {
  await page.locator('#summary summary').click();
  await page.evaluate(() => document.activeElement.blur());
  await page.screenshot({ path: screenshot, fullPage: true });
}

for (const colorScheme of ['light', 'dark']) {
  test(`on a phone, ${colorScheme}: nothing runs over the edge and everything can be tapped`, async () => {
    await open({ ...phone, colorScheme });
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    assert.ok(await fits(), 'cart');
    await giveDetails();
    assert.ok(await fits(), 'addresses');
    await giveAddress();
    assert.ok(await fits(), 'shipping');
    await page.locator('#shipping-lines input:checked').waitFor();
    await page.waitForFunction(() => !document.body.classList.contains('busy'));
    if (colorScheme === 'light' && process.env.UPDATE_SCREENSHOT) await takeScreenshot();
    await page.getByRole('button', { name: 'Continue to payment' }).click();
    await heading('Payment');
    await frame().locator('#use-card').waitFor();
    assert.ok(await fits(), 'payment');
    const small = await page.evaluate(() => [...document.querySelectorAll('main .primary, main .secondary, main input:not([type=checkbox], [type=radio]), .choice, .stepper button')]
      .filter((element) => element.offsetParent && element.getBoundingClientRect().height < 44).map((element) => element.outerHTML));
    assert.deepEqual(small, []);
  });
}
