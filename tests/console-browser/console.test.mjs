// The console in a real browser: what a support agent and an operator do in a day.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, afterEach, before, beforeEach, describe, test as unlimited } from 'node:test';
import { flaws, launch, tab, widthOf } from './browser.mjs';
import { Host, until } from './host.mjs';
import { credentials, declinedMethod, Shop } from './shop.mjs';

let host, shop, browser, page;

/** With a limit of its own: the runner's is the whole file's. */
const test = (name, run) => unlimited(name, { timeout: 600_000 }, run);

before(async () => {
  browser = await launch();
  host = await Host.start();
  shop = new Shop(host.url);
});
after(async () => {
  await browser?.close();
  await host?.stop();
});
beforeEach(async () => {
  page = await tab(browser, host.url);
});
afterEach(async () => {
  // A call that the test holds back does not outlive it.
  await page?.unrouteAll({ behavior: 'ignoreErrors' });
  await page?.context().close();
});

const to = (path) => page.goto(`${host.url}/console${path}`);
/** The page with this heading, once it has all that it asked for: until then the page before it may still be there. */
const shows = (title) => page.locator('main[id]:not([aria-busy]) h1', { hasText: title }).waitFor();
const confirm = () => page.locator('dialog button[type=submit]');
/** Waits for a toast that this page has shown since it was loaded; it may be gone by now. */
const toast = (text) =>
  until(async () => {
    const toasts = await page.evaluate(() => window.toasts);
    return toasts.some((said) => (typeof text === 'string' ? said.includes(text) : text.test(said)));
  }, `the toast ${text}`);
/** Both clicks of a double click come while the call of the first is under way. */
const confirmTwice = async (call) => {
  let clicked;
  const twice = new Promise((done) => {
    clicked = done;
  });
  await page.route(call, async (route) => {
    await twice;
    await route.continue();
  });
  await confirm().dblclick();
  clicked();
};
const isSilent = () => assert.deepEqual(page.heard, []);

describe('a support agent', () => {
  test('finds an order by e-mail and gives 10.00 back, once for two clicks', async () => {
    const email = `refund.${Date.now()}@example.com`;
    const id = await shop.placed({ email });
    await page.keyboard.press('/');
    await page.keyboard.type(email);
    await page.keyboard.press('Enter');
    // Home has such rows too.
    await shows('Orders');
    await page.waitForURL(/\/console\/orders\?search=/);
    await page.locator('.row-link').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Refund' }).click();
    await page.fill('dialog [name=amount]', '10.00');
    await page.locator('dialog .says', { hasText: /Refunds .*10\.00 to Visa/ }).waitFor();
    await confirmTwice('**/refunds/*');
    await toast(/Refunded .*10\.00/);
    const { order } = await shop.read(id);
    assert.equal(order.refunds.length, 1);
    assert.equal(order.payments[0].refunded, 1000);
    assert.equal(order.financial_status, 'partially_refunded');
    isSilent();
  });

  test('gives money back once though the answer is lost', async () => {
    const id = await shop.placed();
    await to(`/orders/${id}`);
    let sent = 0;
    await page.route('**/refunds/*', async (route) => {
      if (++sent > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await page.getByRole('button', { name: 'Refund' }).click();
    await page.fill('dialog [name=amount]', '5');
    await confirm().click();
    await toast(/Refunded .*5\.00/);
    const { order } = await shop.read(id);
    assert.ok(sent > 1);
    assert.equal(order.payments[0].refunded, 500);
  });

  test('refuses an amount that is more than was paid, before it is sent', async () => {
    const id = await shop.placed();
    await to(`/orders/${id}`);
    let sent = 0;
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent++;
    });
    await page.getByRole('button', { name: 'Refund' }).click();
    await page.fill('dialog [name=amount]', '99999.00');
    await confirm().focus();
    await confirm().click();
    await page.locator('dialog .error', { hasText: 'At most' }).waitFor();
    const amount = page.locator('dialog [name=amount]');
    assert.equal(await amount.getAttribute('aria-invalid'), 'true');
    assert.ok(await amount.evaluate((control) => control === document.activeElement));
    const { order } = await shop.read(id);
    assert.deepEqual(order.refunds, []);
    assert.equal(order.payments[0].refunded, 0);
    assert.equal(sent, 0);
  });

  test('gives back what an item costs, and puts it into stock', async () => {
    const id = await shop.placed();
    await to(`/orders/${id}`);
    await page.getByRole('button', { name: 'Refund' }).click();
    await page.getByLabel('Items', { exact: true }).check();
    await page.selectOption('dialog [name=line-line]', '1');
    await page.locator('dialog .says', { hasText: '1 unit goes back into stock' }).waitFor();
    await confirm().click();
    await toast('Refunded');
    const { order } = await shop.read(id);
    assert.deepEqual(
      order.refunds.map((r) => r.lines),
      [[{ line_item_key: 'line', quantity: 1 }]],
    );
    // The price with both taxes of Manitoba; shipping is kept.
    assert.equal(order.payments[0].refunded, 4500 + 225 + 315);
  });

  test('reads a title once where product and variant have the same', async () => {
    const towel = { sku: 'TEA_TOWEL', product_title: 'Tea Towel', title: 'Tea Towel', price: 900 };
    await shop.ask('PUT', '/checkout/shop/zp3oafdor9/products', { products: [towel] });
    const id = await shop.placed({ skus: [towel.sku] });
    await to(`/orders/${id}`);
    assert.equal(await page.locator('.line-name .strong').textContent(), 'Tea Towel');
    for (const name of ['Refund', 'Ship']) {
      await page.getByRole('button', { name, exact: true }).click();
      assert.equal(await page.locator('dialog .pick .grow').textContent(), 'Tea Towel', name);
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
    }
    await to('/products?search=TEA_TOWEL');
    assert.equal(await page.locator('.row-link .first').first().textContent(), 'Tea Towel');
    isSilent();
  });

  test('ships with a tracking number, and leaves a note', async () => {
    const id = await shop.placed();
    await to(`/orders/${id}`);
    await page.getByRole('button', { name: 'Ship', exact: true }).click();
    await page.fill('dialog [name=carrier]', 'Canada Post');
    await page.fill('dialog [name=tracking_number]', '1234567890123456');
    await confirm().click();
    await toast('Shipped');
    await page.locator('main', { hasText: '1234567890123456' }).waitFor();
    await page.getByRole('button', { name: 'Add a note' }).first().click();
    await page.fill('dialog [name=note]', 'Asked for a gift wrap.');
    await confirm().click();
    await page.locator('.timeline', { hasText: 'Asked for a gift wrap.' }).waitFor();
    const { order } = await shop.read(id);
    assert.equal(order.fulfillment_status, 'fulfilled');
    assert.equal(order.shipments[0].tracking_number, '1234567890123456');
    isSilent();
  });

  test('reads at which command a Create Order stopped, and why', async () => {
    const { status, body } = await shop.create({ method: declinedMethod });
    assert.equal(status, 422);
    const { command, errors } = body.data.failed_command;
    assert.equal(command, 'authorize_payments');
    assert.match(errors[0].message, /declined/);
    await to(`/orders/${body.data.public_order_id}`);
    const notice = await page.locator('.said .notice').first().textContent();
    assert.equal(notice, `Create Order stopped at «authorize_payments». ${errors[0].message}`);
    isSilent();
  });

  test('sends a confirmation again', async () => {
    const email = `letter.${Date.now()}@example.com`;
    const id = await shop.placed({ email });
    const before = host.letters(id).length;
    await to(`/orders/${id}`);
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('button', { name: 'Resend a letter' }).click();
    await confirm().click();
    await toast('Letter is on its way');
    await until(() => host.letters(id).length > before && host.letters(id).every((letter) => letter.includes(email)), 'the letter');
    assert.equal(host.letters(id).length, before + 1);
    isSilent();
  });

  test('captures a part, says what stays on hold, and cancels what was not captured', async () => {
    const id = await shop.placed({ charges: false });
    await to(`/orders/${id}`);
    await page.getByRole('button', { name: 'Capture' }).click();
    await page.fill('dialog [name=amount]', '20.00');
    await page.locator('dialog .says', { hasText: /Charges .*20\.00 to Visa.*stays on hold/ }).waitFor();
    await confirmTwice('**/payments/capture');
    await toast(/Captured .*20\.00/);
    assert.equal((await shop.read(id)).order.payments[0].captured, 2000);

    const other = await shop.placed({ charges: false });
    await to(`/orders/${other}`);
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('button', { name: 'Cancel order' }).click();
    await page.fill('dialog [name=reason]', 'Ordered twice');
    await confirm().click();
    await toast('Order canceled');
    const { order } = await shop.read(other);
    assert.equal(order.order_status, 'canceled');
    assert.equal(order.cancel_reason, 'Ordered twice');
    isSilent();
  });

  test('restocks a product that was sold out, and a shopper buys it', async () => {
    const { status, body } = await shop.create({ skus: ['BLUE_WHEEL'] });
    assert.equal(status, 422);
    assert.deepEqual(
      body.errors.map(({ field, sub_type }) => ({ field, sub_type })),
      [{ field: 'inventory', sub_type: 'insufficient_stock' }],
    );
    await to('/products?search=BLUE_WHEEL');
    await page.locator('.row-link').first().click();
    await page.locator('.pill', { hasText: 'Sold out' }).first().waitFor();
    // The list has such a button too, until the product is there.
    await page.locator('button.primary', { hasText: 'Change stock' }).click();
    await page.fill('dialog [name=set]', '5');
    await page.fill('dialog [name=reason]', 'Delivery');
    await confirm().click();
    await toast('5 in stock');
    await shop.placed({ skus: ['BLUE_WHEEL'] });
    await page.reload();
    await page.locator('main', { hasText: 'Delivery' }).waitFor();
    isSilent();
  });

  test('issues a gift card, and a shopper pays with it', async () => {
    await to('/gift-cards');
    await page.getByRole('button', { name: 'Issue gift card' }).click();
    await page.fill('dialog [name=amount]', '200.00');
    await confirmTwice('**/gift_cards');
    const code = (await page.locator('.secret-text').textContent()).trim();
    // The second click of a double click may come after the answer, and the code is shown only once.
    await confirm().hover();
    await page.mouse.down({ clickCount: 2 });
    await page.mouse.up({ clickCount: 2 });
    assert.equal((await page.locator('.secret-text').textContent()).trim(), code);
    const state = await shop.payWithGiftCard('KLS_472945', code);
    assert.equal(state.is_processed, true);
    assert.equal(state.order_balance, 0);
    await page.getByRole('button', { name: 'Close' }).first().click();
    await page
      .locator('.row-link', { hasText: `•••• ${code.slice(-4)}` })
      .first()
      .click();
    await page.locator('main', { hasText: 'Paid with' }).waitFor();
    isSilent();
  });
});

describe('an operator', () => {
  test('sees a dead webhook, has it sent to again, and replays what it missed', async () => {
    const got = [];
    let isFixed = false;
    const receiver = createServer((request, response) => {
      request.resume();
      request.on('end', () => {
        if (isFixed) got.push(request.headers);
        response.writeHead(isFixed ? 200 : 410).end();
      });
    });
    await new Promise((done) => {
      receiver.listen(0, '127.0.0.1', done);
    });
    try {
      await to('/webhooks');
      await page.getByRole('button', { name: 'Add webhook' }).click();
      await page.selectOption('dialog [name=topic]', { label: 'order/created' });
      const address = `http://127.0.0.1:${receiver.address().port}/hooks`;
      await page.fill('dialog [name=url]', address);
      await page.fill('dialog [name=secret]', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
      await confirm().click();
      await toast('Webhook added');
      const { id } = (await shop.ask('GET', '/checkout/shop/zp3oafdor9/webhooks')).find((hook) => hook.callback_url === address);
      const sendAgain = page.locator('tr', { hasText: address }).getByRole('button', { name: 'Send again' });
      const replay = page.locator('tr', { hasText: id }).getByRole('button', { name: 'Replay', exact: true });
      await shop.placed();
      // The webhook is stopped before its message is a dead letter: one look may fall between the two.
      await until(async () => {
        await page.reload();
        await shows('Webhooks');
        return (await sendAgain.isVisible()) && (await replay.isVisible());
      }, 'a stopped webhook and a dead letter');
      isFixed = true;
      await sendAgain.click();
      await toast('It is sent to again');
      // A click while the page is being replaced may be lost.
      await shows('Webhooks');
      assert.equal(await sendAgain.count(), 0);
      await replay.click();
      await toast('It is on its way again');
      await until(() => got.length > 0, 'the replayed message');
      isSilent();
    } finally {
      receiver.close();
    }
  });

  test('finishes a Create Order that a crash stopped, with «Run now»', async () => {
    host.platformIsAway(true);
    host.crashAt('after-gateway-authorize');
    const key = crypto.randomUUID();
    const lost = shop.create({ key }).catch(() => null);
    await host.ended;
    await lost;
    host.crashAt('');
    await host.run();
    const stopped = await until(async () => {
      const { work } = await shop.ask('GET', '/checkout/shop/zp3oafdor9/work');
      return work.find((item) => item.kind === 'create_order');
    }, 'the stopped Create Order');
    await to('/work');
    await shows('Work');
    host.platformIsAway(false);
    const runNow = page.getByRole('button', { name: `Run now: Create Order ${stopped.order_number}`.trim(), exact: true });
    await runNow.first().click();
    await toast(/./);
    // The sweep tries it too: work that it puts off gets another id, and this page's button finds it gone.
    await until(async () => {
      await to('/work');
      await shows('Work');
      if ((await runNow.count()) === 0) return true;
      await runNow.first().click();
      await toast(/./);
      return false;
    }, 'the end of the work');
    const { body } = await until(async () => {
      const answer = await shop.create({ key });
      return answer.status === 200 || answer.status === 201 ? answer : null;
    }, 'the finished order');
    assert.ok(
      body.data.commands.every((command) => command.status === 'succeeded'),
      JSON.stringify(body.data.commands),
    );
    assert.equal(body.data.public_order_id, stopped.public_order_id);
    const { order } = await shop.read(stopped.public_order_id);
    assert.equal(order.financial_status, 'paid');
  });

  test('makes a token that may only read, and sees no button with it', async () => {
    const id = await shop.placed();
    await to('/tokens');
    await page.getByRole('button', { name: 'Make token' }).click();
    await page.fill('dialog [name=name]', 'Reader');
    await page.check('dialog [value=read_orders]');
    await confirm().click();
    const token = (await page.locator('.secret-text').textContent()).trim();
    await page.getByRole('button', { name: 'Close' }).first().click();
    await page.locator('.side').getByRole('button', { name: 'Sign out' }).click();
    await page.fill('[name=shop]', 'zp3oafdor9');
    assert.equal(await page.getByRole('button', { name: 'Sign in with Microsoft' }).count(), 0);
    // Other hosts hear of it within half a minute; this one at once.
    await page.fill('[name=token]', token);
    await page.click('button[type=submit]');
    await page.locator('.shell').waitFor();
    await to(`/orders/${id}`);
    await page.locator('.figures').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Refund' }).count(), 0);
    assert.equal(await page.locator('.side').getByRole('link', { name: 'Shop', exact: true }).count(), 0);
    await to('/products');
    await page.locator('h1', { hasText: 'You may not see this' }).waitFor();
  });

  test('is told by field what is wrong with the shop, and overwrites nobody', async () => {
    await to('/shop');
    const text = page.locator('[name=document]');
    const original = await text.inputValue();
    await text.fill(original.replace('"currency": "CAD"', '"currency": "Dollars"'));
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('.problems button', { hasText: 'currency' }).waitFor();
    await text.fill(original.replace('"owner": "Jane Doe"', '"owner": "Jane Roe"'));
    const settings = await shop.ask('GET', '/checkout/shop/zp3oafdor9/settings');
    const read = await fetch(`${host.url}/checkout/shop/zp3oafdor9/settings`, { headers: { Authorization: 'Bearer demo-api-token' } });
    const put = await fetch(`${host.url}/checkout/shop/zp3oafdor9/settings`, {
      method: 'PUT',
      headers: { Authorization: 'Bearer demo-api-token', 'If-Match': read.headers.get('etag') },
      body: JSON.stringify({ ...settings, phone: '+12045550199' }),
    });
    assert.equal(put.status, 200, await put.text());
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('.problems', { hasText: 'Somebody else has saved' }).waitFor();
    assert.match(await text.inputValue(), /Jane Roe/);
    assert.equal((await shop.ask('GET', '/checkout/shop/zp3oafdor9/settings')).phone, '+12045550199');
  });
});

describe('App Service authentication in front of the host', () => {
  let theirs;
  before(async () => {
    theirs = await Host.start({ Console__EntraId: 'true', WEBSITE_AUTH_ENABLED: 'true' });
  });
  after(() => theirs?.stop());

  test('signs its people in, and out of it with the console', async () => {
    const claims = [
      { typ: 'preferred_username', val: 'sam@example.com' },
      { typ: 'roles', val: 'support' },
    ];
    const principal = btoa(JSON.stringify({ auth_typ: 'aad', claims }));
    // What App Service authentication answers, and what it adds to a request on its way to the host.
    await page.route('**/checkout/**', (route) =>
      route.continue({ headers: { ...route.request().headers(), 'x-ms-client-principal': principal } }),
    );
    await page.route('**/.auth/me', (route) => route.fulfill({ json: [{ user_id: 'sam@example.com' }] }));
    await page.route('**/.auth/logout?*', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Signed out</h1>' }));
    await page.goto(`${theirs.url}/console/`);
    await page.fill('[name=shop]', credentials.shop);
    await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
    await page.locator('.side .who-name', { hasText: 'sam@example.com' }).waitFor();
    await page.locator('.side').getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(`${theirs.url}/.auth/logout?post_logout_redirect_uri=%2Fconsole%2F`);
    assert.equal(await page.evaluate(() => sessionStorage.length), 0);
    isSilent();
  });
});

describe('customers as files', () => {
  const file = (name, content) => ({ name, mimeType: 'application/json', buffer: Buffer.from(content) });

  test('imports those of a file, brings them up to date, and exports all', async () => {
    const email = `import-${Date.now()}@example.com`;
    const choose = async (content) => {
      await to('/customers');
      await page.getByRole('button', { name: 'Import' }).click();
      await page.locator('dialog input[type=file]').setInputFiles(file('customers.jsonl', content));
    };
    await choose('name,email\nAda,ada@example.com');
    await confirm().click();
    await page.locator('dialog .error', { hasText: 'holds no customers' }).waitFor();
    await choose(JSON.stringify({ first_name: 'Ada', last_name: 'Byron', email_address: email }));
    await page.locator('dialog', { hasText: 'Adds 1 customer' }).waitFor();
    await confirm().click();
    await toast('1 customer added, 0 brought up to date');
    await choose(JSON.stringify([{ last_name: 'Lovelace', email_address: email }]));
    await confirm().click();
    await toast('0 customers added, 1 brought up to date');
    await shows('Customers');
    const { customers } = await shop.ask('GET', `/checkout/shop/zp3oafdor9/customers?email=${encodeURIComponent(email)}`);
    assert.deepEqual(
      customers.map((c) => [c.first_name, c.last_name]),
      [['Ada', 'Lovelace']],
    );
    const downloads = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const download = await downloads;
    assert.equal(download.suggestedFilename(), 'customers-zp3oafdor9.csv');
    assert.match(readFileSync(await download.path(), 'utf8'), new RegExp(`Lovelace.*${email}`));
    isSilent();
  });

  test('takes back the CSV that it wrote and a spreadsheet changed, and keeps the addresses that it has no room for', async () => {
    const email = `csv-${Date.now()}@example.com`;
    const address = { address_line_1: '1 Main St', city: 'Winnipeg', province: 'Manitoba', province_code: 'MB', country: 'Canada', country_code: 'CA' };
    const other = { ...address, address_line_1: '=2, "Rear" St', default: true, phone_number: '+12045550123' };
    await shop.ask('POST', '/checkout/shop/zp3oafdor9/customers/import', {
      customers: [{ first_name: 'Ada', last_name: 'Byron', email_address: email, accepts_marketing: true, saved_addresses: [address, other] }],
    });
    const read = async () => (await shop.ask('GET', `/checkout/shop/zp3oafdor9/customers?email=${encodeURIComponent(email)}`)).customers[0];
    const before = await read();
    await to('/customers');
    const downloads = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const [names, ...rows] = readFileSync(await (await downloads).path(), 'utf8').split('\r\n');
    const row = rows.find((line) => line.includes(email));
    await page.getByRole('button', { name: 'Import' }).click();
    await page.locator('dialog input[type=file]').setInputFiles(file('customers.csv', `${names}\r\n${row.replace('Byron', 'Lovelace')}\r\n`));
    await confirm().click();
    await toast('0 customers added, 1 brought up to date');
    assert.deepEqual(await read(), { ...before, last_name: 'Lovelace' });
    isSilent();
  });
});

describe('the shop page', () => {
  test('sends a sample letter, and says what is no address', async () => {
    await to('/shop');
    await page.getByRole('button', { name: 'Test a letter' }).click();
    await page.fill('dialog [name=to]', 'nobody');
    await confirm().click();
    await page.locator('dialog .error', { hasText: 'Write an e-mail address' }).waitFor();
    await page.selectOption('dialog [name=kind]', 'shipped');
    await page.fill('dialog [name=to]', 'me@example.com');
    await confirm().click();
    await toast('A sample went to me@example.com');
    isSilent();
  });

  test('raises an event with one plugin and shows what would come of it', async () => {
    const plugin = createServer((request, response) => {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ success: true, actions: [{ type: 'add_tag', data: { name: 'wrapped' } }] }));
    });
    await new Promise((done) => {
      plugin.listen(0, '127.0.0.1', done);
    });
    const at = `/checkout/shop/zp3oafdor9/plugins/${crypto.randomUUID()}`;
    try {
      await shop.ask('PUT', at, {
        name: 'Wrapping',
        event_url: `http://127.0.0.1:${plugin.address().port}/`,
        client_secret: 'console-browser-test-secret',
        events: ['order_submitted'],
        scopes: ['add_tags'],
      });
      const order = await shop.init('KLS_472945');
      await to('/shop');
      await page.getByRole('button', { name: 'Test a plugin' }).click();
      await page.selectOption('dialog [name=plugin]', { label: 'Wrapping' });
      await page.selectOption('dialog [name=event]', 'order_submitted');
      await page.fill('dialog [name=order]', order.public_order_id);
      await confirm().click();
      await page.locator('dialog', { hasText: 'It answered 1 action' }).waitFor();
      await page.locator('dialog li', { hasText: 'add_tag: applies' }).waitFor();
      isSilent();
    } finally {
      plugin.close();
      await shop.call('DELETE', at);
    }
  });
});

test('the page of the API document offers none of the services of its maker', async () => {
  await page.goto(`${host.url}/docs`);
  await page.getByText('Starts an order and issues its JWT.').first().waitFor();
  const text = await page.evaluate(() => document.body.innerText);
  for (const service of ['Deploy', 'Generate SDK', 'Ask AI', 'Developer Tools']) assert.ok(!text.includes(service), service);
});

describe('every page', () => {
  const pages = [
    '/',
    '/orders',
    '/work',
    '/products',
    '/products/KLS_472945',
    '/gift-cards',
    '/customers',
    '/webhooks',
    '/shop',
    '/tokens',
  ];

  for (const [name, look] of [
    ['on a laptop', { width: 1280, height: 900 }],
    ['on a phone in the dark', { width: 360, height: 740, colorScheme: 'dark' }],
  ])
    test(`is clean to axe-core and fits ${name}`, async () => {
      const id = await shop.placed();
      await page.context().close();
      page = await tab(browser, host.url, look);
      for (const path of [...pages, `/orders/${id}`]) {
        await to(path);
        await shows();
        assert.equal(await page.locator('.failure').count(), 0, path);
        assert.deepEqual(await flaws(page), [], path);
        assert.doesNotMatch(await page.locator('body').innerText(), /undefined|NaN|\[object/, path);
        assert.ok((await widthOf(page)) <= look.width, path);
      }
      await page.getByRole('button', { name: 'Refund' }).click();
      assert.deepEqual(await flaws(page), [], 'the refund dialog');
      assert.ok((await widthOf(page)) <= look.width, 'the refund dialog');
      await page.keyboard.press('Escape');
      await page.setViewportSize({ width: 320, height: 640 });
      for (const path of [...pages.slice(0, 2), `/orders/${id}`]) {
        await to(path);
        await shows();
        assert.ok((await widthOf(page)) <= 320, `${path} at 320`);
      }
      isSilent();
    });

  test('says what is wrong, and what to do: unknown address, wrong token, no connection', async () => {
    await to('/nowhere');
    await page.locator('h1', { hasText: 'There is nothing here' }).waitFor();
    await to('/orders');
    await page.locator('h1', { hasText: 'Orders' }).waitFor();
    await page.context().setOffline(true);
    await page.locator('.offline').waitFor();
    await page.locator('.side').getByRole('link', { name: 'Products' }).click();
    await page.locator('h1', { hasText: 'did not answer' }).waitFor();
    await page.context().setOffline(false);
    await page.locator('h1', { hasText: 'Products' }).waitFor();
    await page.evaluate(() => sessionStorage.setItem('checkout-console', JSON.stringify({ shop: 'zp3oafdor9', token: 'revoked' })));
    await page.reload();
    await page.locator('[role=alert]', { hasText: 'signed out' }).waitFor();
  });

  test('keeps the token in the tab alone', async () => {
    assert.equal(await page.evaluate(() => JSON.stringify({ ...localStorage }) + document.cookie), '{}');
    assert.match(await page.evaluate(() => sessionStorage.getItem('checkout-console')), /demo-api-token/);
  });
});

test('the front door leads to the console of the demo shop', async () => {
  await page.goto(`${host.url}/`);
  await page.locator('#health', { hasText: 'Ready' }).waitFor();
  assert.deepEqual(await flaws(page), []);
  await page.getByRole('link', { name: /Cheese Boards/ }).click();
  await page.locator('.shell').waitFor();
  isSilent();
});

if (process.env.UPDATE_SCREENSHOTS) test('takes the pictures of the README', takePictures);

async function takePictures() {
  const orders = [
    { name: 'Noor Haddad', skus: ['MARBLE_DOME'], charges: false },
    { name: 'Priya Natarajan', skus: ['OAK_GRATER_LG', 'SLATE_TAGS'] },
    { name: 'Oskar Lindqvist', skus: ['WALNUT_BOARD'] },
    { name: 'Mia Chen', skus: ['KNIFE_SET_4'], charges: false },
    { name: 'Sybil Vimes', skus: ['WIRE_SLICER'] },
    { name: 'Alex Roy', skus: ['KLS_472945', 'OAK_GRATER_SM'] },
  ];
  const ids = [];
  for (const order of orders) ids.push(await shop.placed({ ...order, email: `${order.name.toLowerCase().replace(' ', '.')}@example.com` }));
  const at = (id) => `/checkout/orders/zp3oafdor9/${id}`;
  const last = ids.at(-1);
  await shop.ask('PATCH', `${at(ids[1])}/line_items`, {
    line_items: [
      { line_item_key: 'line', fulfilled_quantity: 1 },
      { line_item_key: 'line-1', fulfilled_quantity: 1 },
    ],
  });
  await shop.ask('POST', `${at(ids[2])}/refunds/full`, {});
  await shop.ask('PATCH', `${at(last)}/line_items`, {
    line_items: [{ line_item_key: 'line-1', fulfilled_quantity: 1 }],
    carrier: 'Canada Post',
    tracking_number: '1234567890123456',
  });
  await shop.ask('POST', `${at(last)}/refunds`, { amount: 1000, reason: 'Scratched', idempotent_key: crypto.randomUUID() });
  await shop.ask('POST', `${at(last)}/notes`, { note: 'Called: keeps the board, 10 dollars back.' });
  const images = new URL('../../docs/images/', import.meta.url).pathname;
  for (const [name, path] of [
    ['console-home', '/'],
    ['console-order', `/orders/${last}`],
  ]) {
    await to(path);
    await shows();
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: `${images}${name}.png` });
  }
}
