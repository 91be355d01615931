import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, test } from 'node:test';
import { Webhook } from 'standardwebhooks';

const url = process.env.CHECKOUT_URL;
const shop = process.env.CHECKOUT_SHOP ?? 'zp3oafdor9';
const token = process.env.CHECKOUT_TOKEN ?? 'demo-api-token';
const first = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const second = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
const cancelled = 4;
const waiting = [];
const refusals = [];
const receiver = http.createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    response.statusCode = refusals.shift() ?? 200;
    response.end();
    heard.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8'), at: Date.now(), status: response.statusCode });
    while (waiting.length > 0) waiting.shift()();
  });
});
let heard = [];
let webhook;

before(async () => {
  await new Promise((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  webhook = await ok('POST', `/checkout/shop/${shop}/webhooks`, {
    webhook_topic_id: cancelled, callback_url: `http://127.0.0.1:${receiver.address().port}/hooks`, shared_secret: first,
  });
});

after(async () => {
  await ok('DELETE', `/checkout/shop/${shop}/webhooks/${webhook.id}`);
  await new Promise((resolve) => receiver.close(resolve));
});

async function ok(method, path, body) {
  const answer = await fetch(url + path, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  assert.equal(answer.status, 200, `${method} ${path}: ${text}`);
  return JSON.parse(text).data;
}

/** Cancels a new order and returns what the receiver heard once it took the message. */
async function delivery() {
  heard = [];
  const opened = await ok('POST', `/checkout/orders/${shop}/init`, { cart_items: [{ sku: 'OAK_GRATER_SM', quantity: 1, line_item_key: 'grater' }] });
  await ok('POST', `/checkout/orders/${shop}/${opened.public_order_id}/cancel`, { reason: 'test' });
  while (!heard.some(({ status }) => status === 200)) await new Promise((resolve) => waiting.push(resolve));
  return heard.at(-1);
}

test('a delivery is verified as it is', async () => {
  const { headers, body } = await delivery();

  const verified = new Webhook(first).verify(body, headers);

  assert.equal(verified.topic, 'order/cancelled');
  assert.equal(headers['webhook-id'], headers['x-bold-webhook-id']);
  assert.throws(() => new Webhook(second).verify(body, headers), /No matching signature/);
});

test('the same body under another id, another time or with a change is refused', async () => {
  const { headers, body } = await delivery();
  const library = new Webhook(first);

  assert.throws(() => library.verify(body, { ...headers, 'webhook-id': `${headers['webhook-id']}x` }), /No matching signature/);
  assert.throws(() => library.verify(body, { ...headers, 'webhook-timestamp': `${Number(headers['webhook-timestamp']) + 1}` }), /No matching signature/);
  assert.throws(() => library.verify(body, { ...headers, 'webhook-timestamp': `${Number(headers['webhook-timestamp']) - 600}` }), /too old/);
  assert.throws(() => library.verify(body.replace('cancelled', 'processed'), headers), /No matching signature/);
});

test('while secrets rotate a receiver may know either of them', async () => {
  const changed = await ok('PATCH', `/checkout/shop/${shop}/webhooks/${webhook.id}`, { shared_secret: second, overlap_hours: 1 });
  assert.ok(Date.parse(changed.previous_secret_until) > Date.now());
  const { headers, body } = await delivery();

  new Webhook(first).verify(body, headers);
  new Webhook(second).verify(body, headers);
  assert.equal(headers['webhook-signature'].split(' ').length, 2);
});

test('a secret of another form signs with its text', async () => {
  await ok('PATCH', `/checkout/shop/${shop}/webhooks/${webhook.id}`, { shared_secret: 'a secret of old', overlap_hours: 0 });
  const { headers, body } = await delivery();

  new Webhook('a secret of old', { format: 'raw' }).verify(body, headers);
  assert.equal(headers['webhook-signature'].split(' ').length, 1);
});

test('a receiver that failed once hears again within seconds', async () => {
  refusals.push(503);

  const taken = await delivery();

  assert.deepEqual(heard.map(({ status }) => status), [503, 200]);
  assert.ok(taken.at - heard[0].at < 15_000, `${taken.at - heard[0].at} ms`);
});
