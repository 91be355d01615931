// A storefront's page on another origin, in which the platform's SDK runs; only its host option names the backend.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { JSDOM } from 'jsdom';

export const url = process.env.CHECKOUT_URL;
export const shop = process.env.CHECKOUT_SHOP ?? 'zp3oafdor9';
export const gateway = 'testgateway00000000000000000000000000000000000000000000000000001';
const token = process.env.CHECKOUT_TOKEN ?? 'demo-api-token';
assert.ok(url, 'CHECKOUT_URL is not set; ./run sets it');

const { window } = new JSDOM('<!doctype html><title>A store</title>', { url: 'http://localhost:3000/checkout', virtualConsole: undefined });
let signedIn = '';

/** What the SDK sent, with what came back. */
export const seen = [];

// A page whose order its back office began has a JWT instead of the cookie, and shows it.
class PageRequest extends window.XMLHttpRequest {
  open(method, target, ...rest) {
    this.call = { method, path: new URL(target).pathname, query: new URL(target).searchParams };
    super.open(method, target, ...rest);
  }

  send(body) {
    seen.push(this.call);
    super.setRequestHeader('Authorization', `Bearer ${signedIn}`);
    this.addEventListener('load', () => { this.call.answer = this.responseText ? JSON.parse(this.responseText) : null; this.call.status = this.status; });
    super.send(body);
  }
}

Object.assign(globalThis, { window, document: window.document, XMLHttpRequest: PageRequest, location: window.location });
for (const name of ['HTMLElement', 'Element', 'Node', 'Event', 'CustomEvent', 'MutationObserver', 'localStorage', 'sessionStorage', 'DOMParser'])
  globalThis[name] = window[name];
console.warn = () => {};
export const require = createRequire(import.meta.url);
const sdk = require('@bigcommerce/checkout-sdk/essential');

async function call(path, method, body, headers) {
  const answer = await fetch(`${url}/${path}`, { method, headers: { 'Content-Type': 'application/json', ...headers }, body: body && JSON.stringify(body) });
  return { status: answer.status, body: await answer.json() };
}

export const backOffice = (method, path, body) => call(`checkout/orders/${shop}/${path}`, method, body, { Authorization: `Bearer ${token}` });

/** As a storefront of the page's API calls. */
export const asClient = (method, path, body) => call(`api/storefront/${path}`, method, body, { 'X-Auth-Client': 'demo-client', 'X-Auth-Token': token });

export const board = { sku: 'KLS_472945', quantity: 2, line_item_key: 'board' };
export const grater = { sku: 'OAK_GRATER_SM', quantity: 1, line_item_key: 'grater' };
export const signIn = (jwt) => { signedIn = jwt; };

/** A new order, loaded into the SDK by a signed-in page. */
export async function begin(items = [board, grater]) {
  const { status, body } = await backOffice('POST', 'init', { cart_items: items });
  assert.equal(status, 200, JSON.stringify(body));
  signIn(body.data.jwt_token);
  const service = sdk.createCheckoutService({ host: url, shouldWarnMutation: false });
  await service.loadCheckout(body.data.public_order_id);
  return { service, id: body.data.public_order_id, get checkout() { return service.getState().data.getCheckout(); } };
}

export const address = (more) => ({
  firstName: 'Alex', lastName: 'Roy', company: '', address1: '50 Fultz Blvd', address2: '', city: 'Winnipeg', stateOrProvince: 'Manitoba',
  stateOrProvinceCode: 'MB', countryCode: 'CA', country: 'Canada', postalCode: 'R3Y 0L6', phone: '204 555 0123', customFields: [], ...more,
});
