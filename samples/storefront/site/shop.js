// The shop's own backend. Only it knows the API token; the page gets a JWT that is good for one order.
import { initialize } from './vendor/checkout-library.js';
import { busy } from './api.js';

const remembered = 'demo-shop-order';

/** The order's first answer: what the library does not keep of it (gateways, countries, the order's own number). */
export const order = { shop: '', data: null, initial: null, state: null };

export async function products() {
  return (await (await fetch('api/products')).json()).products;
}

export async function start(items) {
  return open(await post('api/start', { items }));
}

/** Goes on with the order of a resumable link or of this tab; null when there is none any more. */
export async function resume() {
  const id = new URLSearchParams(location.search).get('order') ?? sessionStorage.getItem(remembered);
  if (!id) return null;
  try {
    return await open(await post('api/resume', { public_order_id: id }));
  } catch {
    forget();
    return null;
  }
}

export function forget() {
  sessionStorage.removeItem(remembered);
}

async function open({ shop, data }) {
  const opened = await initialize(data, shop, { type: 'local', path: 'checkout', url: location.origin });
  if (!opened.success) throw new Error(opened.error.message);
  sessionStorage.setItem(remembered, data.public_order_id);
  Object.assign(order, { shop, initial: data.initial_data, data });
  return order;
}

async function post(path, body) {
  const answer = await busy('Opening your order', () =>
    fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }));
  if (!answer.ok) throw new Error(`The shop answered ${answer.status}.`);
  return answer.json();
}
