// One page from contact to thanks. What the shopper enters is sent as soon as a section is complete; the one button places
// the order. A lost answer is looked up, never guessed.
import { Api, Unanswered } from './api.js';
import { done } from './done.js';
import { draftOf } from './draft.js';
import { element } from '../shared/element.js';
import { addressForm, sameAddress } from './form.js';
import { field, input } from '../shared/field.js';
import { isMail } from '../shared/mail.js';
import { money } from '../shared/money.js';
import { summary } from './summary.js';
import { walletCallbacks } from './wallets.js';
import { wordsOf } from './words.js';

const settings = JSON.parse(document.getElementById('checkout').textContent);
// A shop's own word is a plain text, also where ours takes an amount or a name.
const ownWords = Object.fromEntries(Object.entries(settings.words).map(([key, text]) => [key, typeof wordsOf(settings.locale)[key] === 'function' ? () => text : text]));
const words = { ...wordsOf(settings.locale), ...ownWords };
const main = document.getElementById('main');
const live = document.getElementById('live');

const page = {
  settings, words,
  state: settings.state,
  money: (minor) => money(minor, page.state.currency.iso_code, settings.locale),
  api: new Api({ base: settings.api, token: settings.token, renew }),
  changed,
};
const draft = draftOf(settings.api);
const beside = summary(page, document.getElementById('summary'));
let form = null;

/** The page's own address gives a fresh token for as long as the link is good. */
async function renew() {
  const read = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!read.ok) throw new Unanswered('renew');
  const found = new DOMParser().parseFromString(await read.text(), 'text/html').getElementById('checkout');
  return JSON.parse(found.textContent).token;
}

/** Takes over the state that an answer brought and says a new total. */
async function changed(answer) {
  if (!answer.state) return;
  const before = page.state.order_total;
  page.state = answer.state;
  beside.draw();
  if (page.state.is_processed) return finish();
  form?.follow();
  if (before !== page.state.order_total) live.textContent = words.totalIs(page.money(page.state.order_total));
}

function finish() {
  form?.close();
  form = null;
  draft.forget();
  const { title, content } = done(page);
  main.replaceChildren(...content);
  history.replaceState(null, '', location.pathname + location.search);
  title.focus();
  scrollTo({ top: 0 });
}

/** A section of the form, which Back returns to. */
function part(id, heading, ...content) {
  const box = element('section', { id, ariaLabel: heading }, element('h2', {}, heading), ...content);
  box.addEventListener('focusin', () => {
    if (location.hash !== `#${id}`) history.pushState(null, '', `#${id}`);
  }, { passive: true });
  return box;
}

function checkout() {
  const { initial } = settings;
  const process = initial.general_settings.checkout_process;
  const ships = initial.requires_shipping;
  const forms = { words, countries: initial.country_info, settings: process };

  // Contact
  const isSignedIn = () => Boolean(page.state.customer?.email_address) && Boolean(page.state.customer.platform_id) && page.state.customer.platform_id !== '0';
  const email = field(words.email, input({ type: 'email', name: 'email', autocomplete: 'email', inputMode: 'email', required: true }), {
    check: (text) => (!text ? words.required : isMail(text) ? null : words.badEmail),
  });
  const marketing = element('input', { type: 'checkbox', name: 'marketing', checked: process.accepts_marketing_checkbox_option === 'checked' });
  const typed = draft.read();
  email.value = typed.email || page.state.customer?.email_address;
  if (typed.marketing !== undefined) marketing.checked = typed.marketing;
  const contact = part('contact', words.contact, isSignedIn()
    ? element('p', {}, words.signedIn(page.state.customer.email_address))
    : element('div', {}, email.box, process.accepts_marketing_checkbox_option === 'hidden' ? null
      : element('label', { className: 'check' }, marketing, words.marketing)));

  // Addresses
  const delivery = addressForm({ ...forms, section: 'shipping', allows: (place) => place.valid_for_shipping });
  const billing = addressForm({ ...forms, section: 'billing', allows: (place) => place.valid_for_billing });
  const name = { first_name: page.state.customer?.first_name ?? '', last_name: page.state.customer?.last_name ?? '' };
  const firstCountry = settings.country || initial.country_info[0]?.iso_code;
  const saved = page.state.customer?.saved_addresses?.find((a) => a.default) ?? page.state.customer?.saved_addresses?.[0];
  const known = page.state.addresses.shipping;
  delivery.fill({ ...(known?.country_code ? known : { country_code: firstCountry, ...saved, ...name }), ...typed.delivery });
  billing.fill({ ...(page.state.addresses.billing?.country_code ? page.state.addresses.billing : { country_code: firstCountry, ...name }), ...typed.billing });
  const same = element('input', {
    type: 'checkbox', name: 'same',
    checked: typed.same ?? (!page.state.addresses.billing?.country_code || sameAddress(page.state.addresses.billing, page.state.addresses.shipping)),
  });
  const billingForm = element('div', { hidden: ships && same.checked }, billing.box);
  same.addEventListener('change', () => { billingForm.hidden = same.checked; });
  const deliveryProblem = element('p', { className: 'notice danger', role: 'alert' });
  const deliverySection = ships ? part('delivery', words.delivery, delivery.box, deliveryProblem) : null;

  // Shipping methods
  const methods = element('ul', { className: 'options' });
  const noMethods = element('p', { className: 'quiet' }, words.noMethods);
  const methodSection = ships ? part('method', words.method, noMethods, methods) : null;

  // Payment
  const card = element('div', { id: 'card' }, element('div', { className: 'skeleton' }));
  const wallets = element('div', { id: 'wallets' });
  const express = element('section', { className: 'express', hidden: true, ariaLabel: words.express }, wallets, element('p', { className: 'or' }, words.or));
  const paymentSection = part('payment', words.payment, card,
    ships ? element('label', { className: 'check' }, same, words.sameBilling) : null,
    ships ? null : element('h2', {}, words.billing), billingForm);

  // The button
  const review = element('p', { className: 'review' });
  const problem = element('p', { className: 'notice danger', role: 'alert', tabIndex: -1 });
  const button = element('button', { className: 'button main', type: 'submit' });
  const small = element('nav', { className: 'small', ariaLabel: words.terms }, ...settings.links.map(({ name: text, url }) =>
    element('a', { href: url, target: '_blank', rel: 'noopener' }, words[text] ?? text)));
  const box = element('form', { noValidate: true }, contact, deliverySection, methodSection, paymentSection,
    element('section', { id: 'review' }, review, problem, button, small));
  main.replaceChildren(element('h1', { className: 'hidden-text' }, words.title), express, box);

  let busy = null;
  const payments = startPayments();

  // What was entered goes to the checkout when the shopper leaves a complete section.
  contact.addEventListener('focusout', () => later(saveCustomer));
  for (const place of [deliverySection, billingForm]) place?.addEventListener('focusout', () => later(saveAll));
  same.addEventListener('change', () => later(saveAll));
  delivery.fields.country_code.control.addEventListener('change', () => later(saveAll));
  box.addEventListener('input', () => draft.keep({
    email: email.value, marketing: marketing.checked, same: same.checked, delivery: delivery.typed, billing: billing.typed,
  }));

  let waiting = null;
  let saving = Promise.resolve(true);
  let refused = '';
  /** One save after the other. What was not answered is sent again with the next one, and with the order at the latest. */
  function next(save) {
    clearTimeout(waiting);
    waiting = null;
    box.dataset.saving = '';
    const mine = saving.then(save).catch((error) => {
      if (!(error instanceof Unanswered)) console.error(error);
      refused = '';
      return false;
    });
    saving = mine;
    mine.then(() => { if (saving === mine && waiting === null) delete box.dataset.saving; });
    return mine;
  }

  function later(save) {
    clearTimeout(waiting);
    box.dataset.saving = '';
    waiting = setTimeout(() => next(save), 150);
  }

  /** What an answer brought; why it was refused is kept for whoever presses the button. */
  async function taken(answer) {
    refused = answer.ok ? '' : answer.errors[0]?.message ?? '';
    await changed(answer);
    return answer.ok;
  }

  async function saveCustomer() {
    if (isSignedIn() || !email.isValid) return true;
    const source = ships ? delivery.address : billing.address;
    const customer = { first_name: source.first_name, last_name: source.last_name, email_address: email.value, accepts_marketing: marketing.checked };
    const now = page.state.customer;
    if (!customer.first_name || !customer.last_name) return true;
    if (now?.email_address === customer.email_address && now.first_name === customer.first_name && now.last_name === customer.last_name
      && now.accepts_marketing === customer.accepts_marketing) return true;
    const answer = now?.email_address ? await page.api.put('/customer', customer) : await page.api.post('/customer/guest', customer);
    if (!answer.ok) email.show(answer.errors[0]?.message ?? words.lost);
    return taken(answer);
  }

  async function saveAddress(kind, entry, told) {
    const address = entry.address;
    if (sameAddress(address, page.state.addresses[kind])) return true;
    const answer = await page.api.post(`/addresses/${kind}`, address);
    const rest = answer.ok ? [] : entry.refuse(answer.errors);
    told.textContent = rest.map((error) => error.message).join(' ');
    return taken(answer);
  }

  /** Everything that is complete, in the order in which the checkout wants it. True when nothing was refused. */
  async function saveAll() {
    const typed = draft.text();
    if (!await saveCustomer()) return false;
    if (ships) {
      if (!delivery.isComplete) return true;
      if (!await saveAddress('shipping', delivery, deliveryProblem)) return false;
      if (!await offerMethods()) return false;
    }
    const entry = ships && same.checked ? delivery : billing;
    if (entry.isComplete && !await saveAddress('billing', entry, entry === billing ? problem : deliveryProblem)) return false;
    if (!await saveTaxes()) return false;
    // All that was typed is the order's now, unless more came while it was saved.
    if (entry.isComplete && email.isValid && draft.text() === typed) draft.forget();
    return true;
  }

  let taxedFor = null;
  /** Taxes are those of the order as it is now. */
  async function saveTaxes() {
    const { addresses, line_items: lines, shipping, discounts, fees } = page.state;
    if (!(addresses.shipping?.country_code || addresses.billing?.country_code)) return true;
    const content = JSON.stringify([addresses, lines.map((l) => [l.product_data.line_item_key, l.product_data.total_price, l.discounts]), shipping.selected_shipping, discounts, fees]);
    if (content === taxedFor) return true;
    const answer = await page.api.post('/taxes');
    if (answer.ok) taxedFor = content;
    return taken(answer);
  }

  let offeredFor = null;
  async function offerMethods() {
    const address = JSON.stringify(page.state.addresses.shipping);
    const has = page.state.shipping.selected_shipping?.id !== undefined;
    if (offeredFor === address && has) return true;
    const answer = await page.api.get('/shipping_lines');
    offeredFor = answer.ok ? address : null;
    await taken(answer);
    const lines = page.state.shipping.available_shipping_lines;
    if (answer.ok && lines.length && page.state.shipping.selected_shipping?.id === undefined) return choose(lines[0].id);
    return answer.ok;
  }

  async function choose(index) {
    return await taken(await page.api.post('/shipping_lines', { index })) && saveTaxes();
  }

  function drawMethods() {
    if (!ships) return;
    const { available_shipping_lines: lines, selected_shipping: selected } = page.state.shipping;
    const place = page.state.addresses.shipping?.country_code;
    noMethods.hidden = lines.length > 0;
    noMethods.textContent = place && offeredFor ? words.notDelivered : words.noMethods;
    methods.hidden = lines.length === 0;
    const focused = methods.contains(document.activeElement) ? document.activeElement.value : null;
    methods.replaceChildren(...lines.map((line) => element('li', {}, element('label', {},
      element('input', { type: 'radio', name: 'method', value: line.id, checked: line.id === selected?.id, onchange: () => next(() => choose(line.id)) }),
      line.description, element('span', { className: 'amount' }, line.amount ? page.money(line.amount) : words.free)))));
    if (focused !== null) methods.querySelector(`input[value="${CSS.escape(focused)}"]`)?.focus();
  }

  function drawReview() {
    const { line_items: lines, shipping, addresses, order_total: total } = page.state;
    const what = words.items(lines.reduce((sum, l) => sum + l.product_data.quantity, 0));
    const where = [addresses.shipping?.city, addresses.shipping?.country].filter(Boolean).join(', ');
    review.textContent = ships && where ? words.reviewLine(what, where, page.money(total)) : words.reviewDigital(what, page.money(total));
    if (!busy) button.textContent = page.state.order_balance > 0 || total > 0 ? words.pay(page.money(total)) : words.place;
    card.hidden = total === 0;
    if (shipping.selected_shipping?.id === undefined && ships) review.hidden = true;
    else review.hidden = false;
  }

  function startPayments() {
    const gateways = Object.entries(initial.eps_gateways).map(([id, gateway]) => ({ ...gateway, gateway_id: Number(id), auth_token: gateway.auth_token || settings.token }));
    if (!window.bold?.Payments || gateways.length === 0) {
      card.replaceChildren();
      return null;
    }
    const made = new window.bold.Payments({
      payment_gateways: gateways,
      vaulting_enabled: settings.vaulting && isSignedIn(),
      callbacks: {
        ...walletCallbacks(page, {
          countries: initial.country_info, isSignedIn,
          choose: async (index) => { if (!await taken(await page.api.post('/shipping_lines', { index }))) throw new Error(refused || words.lost); },
          place,
        }),
        onClickPaymentOrder: () => tell(''),
        onReturnPaymentOrder: () => place(),
        onErrorPaymentOrder: (_, error) => settle(error?.message || words.declined),
        onDeletePaymentMethod: async ({ public_id: id }) => { await changed(await page.api.remove(`/payments/saved/${encodeURIComponent(id)}`)); },
      },
    });
    made.renderPayments('card').catch(() => card.replaceChildren(element('p', { className: 'notice danger' }, words.lost)));
    made.renderWalletPayments('wallets', {
      isPhoneRequired: process.phone_number_required, shopName: document.title,
      allowedCountryCodes: initial.country_info.filter((c) => c.valid_for_shipping).map((c) => c.iso_code),
    }).then(() => { express.hidden = wallets.childElementCount === 0; }, () => { express.hidden = true; });
    return made;
  }

  /** Said beside the button; the focus goes there unless the card's own form has put it on the field that is wrong. */
  const tell = (message) => {
    problem.textContent = message;
    if (message && !card.contains(document.activeElement)) problem.focus();
  };

  /** The state as the checkout has it, after an answer that did not come. */
  async function refresh() {
    await changed(await page.api.get('/refresh'));
  }

  box.addEventListener('submit', (event) => {
    event.preventDefault();
    pay();
  });

  function firstWrong() {
    const wrong = [
      !isSignedIn() && !email.validate() ? email : null,
      ships ? delivery.validate() : null,
      ships && same.checked ? null : billing.validate(),
    ].find(Boolean);
    return wrong ?? null;
  }

  async function pay() {
    if (busy) return;
    const wrong = firstWrong();
    if (wrong) {
      wrong.control.focus();
      live.textContent = wrong.box.querySelector('.error').textContent;
      return;
    }
    if (!navigator.onLine) {
      tell(words.offline);
      return;
    }
    work(words.checking);
    tell('');
    const shown = page.state.order_total;
    try {
      if (!await next(saveAll)) {
        const wrong = box.querySelector('[aria-invalid="true"]');
        settle(wrong ? '' : deliveryProblem.textContent || refused || words.lost);
        wrong?.focus();
        return undefined;
      }
      // Another tab, or the shop, may have changed the order since it was shown.
      await refresh();
      if (page.state.is_processed) return undefined;
      if (page.state.order_total !== shown) return settle(words.changed(page.money(shown), page.money(page.state.order_total)));
      if (page.state.order_balance > 0) {
        work(words.authorizing);
        payments?.clearErrors();
        await payments?.tokenize({ customer: page.state.customer, billing_address: page.state.addresses.billing });
        await refresh();
      }
      await place();
    } catch (error) {
      await lookUp(error);
    }
  }

  /** A fault on the way: the order itself says whether it is placed. */
  async function lookUp(error) {
    await refresh().catch(() => {});
    if (!page.state.is_processed) settle(error instanceof Unanswered ? words.lost : error.message || words.declined);
  }

  async function place() {
    const shown = page.state.order_total;
    work(words.authorizing);
    try {
      const answer = await page.api.post('/process_order');
      if (answer.status === 202) {
        work(words.confirming);
        await payments.tokenize({ client_secret_token: answer.body.clientSecretToken });
        return await place();
      }
      await changed(answer);
      if (page.state.is_processed) return undefined;
      if (!answer.state) await refresh();
      if (page.state.is_processed) return undefined;
      if (!answer.ok) await takeOff(answer.errors);
      return settle(page.state.order_total === shown ? answer.errors[0]?.message ?? words.lost : words.changed(page.money(shown), page.money(page.state.order_total)));
    } catch (error) {
      await refresh().catch(() => {});
      if (!page.state.is_processed) await takeOff([{ field: 'payment' }]).catch(() => {});
      return lookUp(error);
    }
  }

  /** A payment that did not go through makes room for another one. */
  async function takeOff(errors) {
    if (!errors.some((error) => error.field === 'payment' || error.field === 'tax' || !error.field)) return;
    for (const taken of page.state.payments) await page.api.remove('/payments', taken);
    await refresh();
  }

  let slow = null;
  function work(text) {
    busy = text;
    button.setAttribute('aria-disabled', 'true');
    button.textContent = text;
    live.textContent = text;
    slow ??= setTimeout(() => { review.textContent = words.still; live.textContent = words.still; }, 10_000);
  }

  function settle(message) {
    busy = null;
    clearTimeout(slow);
    slow = null;
    button.removeAttribute('aria-disabled');
    follow();
    tell(message);
  }

  function follow() {
    drawMethods();
    drawReview();
    payments?.updateOrderTotal({ order_total: page.state.order_balance > 0 ? page.state.order_balance : page.state.order_total });
  }

  // Whoever is typing goes on typing: this takes the focus from nobody.
  const offline = () => { problem.textContent = words.offline; };
  const online = () => {
    problem.textContent = '';
    live.textContent = words.online;
    if (!busy) refresh().then(() => form && later(saveAll), () => {});
  };
  // The browser takes the focus from whatever has it on its way to a section: afterwards it goes to the section's first field.
  const back = () => setTimeout(() => document.querySelector(location.hash || '#contact')?.querySelector('input, select, button, iframe')?.focus());
  // Another tab may have placed the order since.
  const seen = () => { if (document.visibilityState === 'visible' && !busy) refresh().catch(() => {}); };
  addEventListener('offline', offline);
  addEventListener('online', online);
  addEventListener('popstate', back);
  document.addEventListener('visibilitychange', seen);

  return {
    follow,
    close() {
      removeEventListener('offline', offline);
      removeEventListener('online', online);
      removeEventListener('popstate', back);
      document.removeEventListener('visibilitychange', seen);
      clearTimeout(slow);
    },
  };
}

beside.draw();
if (page.state.is_processed) finish();
else if (page.state.line_items.length === 0) main.replaceChildren(element('h1', { className: 'hidden-text' }, words.title), element('p', {}, words.nothing));
else {
  form = checkout();
  form.follow();
}
