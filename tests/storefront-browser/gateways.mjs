// Which gateways the demo shop takes cards with, and Stripe as a page sees it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { shop, url } from './backend.mjs';

export const stripeApi = process.env.STRIPE_URL;
export const testGateway = 'testgateway00000000000000000000000000000000000000000000000000001';
export const stripeGateway = {
  public_id: 'stripegateway000000000000000000000000000000000000000000000000001', driver: 'stripe', display_name: 'Cards', currency: 'CAD', is_test: true,
  settings: { api_key: 'secret:shops/zp3oafdor9/stripe-key', publishable_key: 'pk_test_standin', api_base: stripeApi ?? '', payment_method_types: 'card, link', card_reuse: 'order' },
};

/** The shop's document, with its ETag. */
export async function settings() {
  const answer = await fetch(`${url}/checkout/shop/${shop}/settings`, { headers: { Authorization: 'Bearer demo-api-token' } });
  return { etag: answer.headers.get('etag'), shop: (await answer.json()).data };
}

export async function change(decide) {
  const { etag, shop: document } = await settings();
  const answer = await fetch(`${url}/checkout/shop/${shop}/settings`, {
    method: 'PUT',
    headers: { Authorization: 'Bearer demo-api-token', 'Content-Type': 'application/json', 'If-Match': etag },
    body: JSON.stringify(decide(document)),
  });
  assert.ok(answer.ok, await answer.text());
}

export const withGateways = (...gateways) => change((document) => ({ ...document, gateways: [...gateways, ...document.gateways.filter((g) => g.driver === 'gift_card')] }));

/** js.stripe.com and api.stripe.com as the page sees them; nothing leaves this machine. */
export async function standInForStripe(context) {
  const types = { html: 'text/html', js: 'text/javascript' };
  await context.route('https://js.stripe.com/**', (route) => {
    const name = new URL(route.request().url()).pathname.replace(/^\/v3\/?/, '') || 'stripe.js';
    return route.fulfill({ contentType: types[name.split('.').at(-1)], body: readFileSync(new URL(`stripe/${name}`, import.meta.url)) });
  });
  await context.route('https://api.stripe.com/**', async (route) => {
    const request = route.request();
    const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' };
    if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers });
    const answer = await fetch(request.url().replace('https://api.stripe.com', stripeApi), {
      method: request.method(),
      headers: { Authorization: request.headers().authorization, ...(request.postData() ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}) },
      body: request.postData() ?? undefined,
    });
    return route.fulfill({ status: answer.status, headers: { ...headers, 'Content-Type': 'application/json' }, body: await answer.text() });
  });
}

/** What the bank of a Stripe card asks. */
export const challenge = (page, name) => page.frameLocator('iframe[name="stripe-challenge"]').getByRole('button', { name }).click();

export async function fillStripe(frame, number) {
  await frame.getByLabel('Card number').fill(number);
  await frame.getByLabel('Expiration').fill('04 / 34');
  await frame.getByLabel('Security code').fill('123');
}
