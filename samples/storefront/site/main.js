import { getApplicationState } from './vendor/checkout-library.js';
import { isBusy, renewWith, say } from './api.js';
import { element } from './form.js';
import * as shop from './shop.js';
import { summary } from './summary.js';
import { addresses } from './steps/addresses.js';
import { cart } from './steps/cart.js';
import { customer } from './steps/customer.js';
import { done } from './steps/done.js';
import { payment } from './steps/payment.js';
import { shipping } from './steps/shipping.js';

const firstCart = [{ sku: 'KLS_472945', quantity: 1 }, { sku: 'OAK_GRATER_SM', quantity: 1 }];

const page = {
  /** What every step reads; the library keeps it up to date with each answer. */
  state: getApplicationState,
  needsShipping: () => getApplicationState().line_items.some((line) => line.product_data.requires_shipping),
  redraw,
  go,
  alert: showAlert,
};

const steps = [cart, customer, addresses, shipping, payment, done].map((make) => make(page));
const drawSummary = summary(page);
let current;

async function go(name) {
  if (name === 'shipping' && !page.needsShipping()) name = 'payment';
  current = steps.find((step) => step.name === name);
  showAlert();
  document.body.dataset.at = name;
  document.querySelectorAll('[data-step]').forEach((section) => (section.hidden = section.dataset.step !== name));
  redraw();
  const heading = document.querySelector(`[data-step="${name}"] h1`);
  document.title = `${heading.textContent} · Demo shop`;
  scrollTo({ top: 0 });
  heading.focus();
  await current.enter?.();
  redraw();
}

function redraw() {
  current.draw?.();
  drawSummary();
  drawSteps();
}

/** Steps already passed are buttons: one can always go back. */
function drawSteps() {
  const at = steps.indexOf(current);
  document.querySelector('nav.steps').hidden = current.name === 'done';
  document.getElementById('steps').replaceChildren(...steps.filter((step) => step.title).map((step) => {
    const index = steps.indexOf(step);
    if (index >= at) return element('li', {}, element('span', index === at ? { ariaCurrent: 'step' } : {}, step.title));
    return element('li', {}, element('button', { type: 'button', onclick: () => go(step.name) }, step.title));
  }));
}

function showAlert(errors = []) {
  const alert = document.getElementById('alert');
  const texts = [...new Set(errors.map((e) => e.message))];
  alert.hidden = texts.length === 0;
  alert.replaceChildren(...texts.map((text) => element('p', {}, text)));
  if (texts.length > 0) alert.scrollIntoView({ block: 'nearest' });
}

/** Nothing is sent twice: while a call runs, buttons and forms wait. */
function waitWhileBusy(event) {
  if (!isBusy()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Where a shopper who comes back left off. */
function nextStep() {
  const { is_processed: processed, customer: who, addresses: { billing } } = page.state();
  if (processed) return 'done';
  if (!who.email_address) return 'cart';
  return billing.country_code ? 'payment' : 'addresses';
}

document.addEventListener('submit', waitWhileBusy, true);
document.getElementById('step').addEventListener('click', (event) => event.target.closest('button') && waitWhileBusy(event), true);
document.getElementById('start-over').addEventListener('click', () => {
  shop.forget();
  location.assign(location.pathname);
});
matchMedia('(max-width: 52rem)').matches && document.getElementById('summary').removeAttribute('open');

renewWith(shop.resume);
try {
  const { initial } = (await shop.resume()) ?? (await shop.start(firstCart));
  document.getElementById('shop-name').textContent = initial.shop_name;
  await go(nextStep());
  say('');
} catch (error) {
  showAlert([{ message: `The checkout could not be opened. ${error.message}` }]);
  throw error;
}
