// Small pieces that the pages are made of.
import { element } from '../shared/element.js';
import { toast } from '../shared/toast.js';
import { icon } from './icons.js';

const tones = {
  placed: '',
  open: 'plain',
  processing: 'warning',
  canceled: 'danger',
  pending: 'plain',
  authorized: 'warning',
  partially_paid: 'warning',
  paid: 'success',
  partially_refunded: 'plain',
  refunded: 'plain',
  voided: 'plain',
  payment_due: 'danger',
  unfulfilled: 'plain',
  partial: 'warning',
  fulfilled: 'success',
  active: 'success',
  disabled: 'danger',
  spent: 'plain',
  expired: 'plain',
  succeeded: 'success',
  failed: 'danger',
  unknown: 'warning',
  taken: 'success',
  stopped: 'danger',
  needs_action: 'warning',
  dead: 'danger',
  waiting: 'warning',
};

/** A status as a word in its color. */
export const pill = (words, status) =>
  element('span', { className: `pill ${tones[status] ?? ''}` }, words.statuses[status] ?? String(status).replaceAll('_', ' '));

/** How a product is called: «Shirt, Large», and «Shirt» where product and variant have one title. */
export const productName = ({ product_title, title, sku }) => [...new Set([product_title, title])].filter(Boolean).join(', ') || sku;

/** An address, line by line. */
export const addressLines = (a) =>
  [
    `${a.first_name} ${a.last_name}`.trim(),
    a.business_name,
    a.address_line_1,
    a.address_line_2,
    [a.city, a.province_code, a.postal_code].filter(Boolean).join(' '),
    a.country,
  ].filter(Boolean);

/** How a payment is called: «Visa 4242». */
export const paymentName = (payment) => payment.display_string || payment.type || payment.id;

export const button = (label, press, { className = '', name = null } = {}) =>
  element('button', { type: 'button', className: `button ${className}`, onclick: press }, name ? icon(name) : null, label);

/**
 * A button that does one thing at once, says what came of it, and shows the page as it is afterwards.
 * @param name what it is called for those who do not see its row; its label where that is clear by itself.
 * @param said what there is to say, of what `act` answered.
 */
export function acting(app, { label, busy, name = null, said }, act) {
  const press = element('button', { type: 'button', className: 'button small', 'aria-label': name }, label);
  press.addEventListener('click', async () => {
    if (press.getAttribute('aria-disabled') === 'true') return;
    press.setAttribute('aria-disabled', 'true');
    press.textContent = busy;
    try {
      toast(said(await act()));
    } catch (error) {
      toast(app.explain(error));
    }
    await app.refresh();
  });
  return press;
}

export const link = (href, ...content) => element('a', { href }, ...content);

export const section = (title, ...content) => {
  const heading = element('h2', {}, title);
  return element('section', { className: 'section' }, element('div', { className: 'section-head' }, heading), ...content);
};

export const sectionWith = (title, actions, ...content) =>
  element(
    'section',
    { className: 'section' },
    element('div', { className: 'section-head' }, element('h2', {}, title), element('div', { className: 'row' }, ...actions)),
    ...content,
  );

/** The head of a page: its name, what belongs beside it, and the actions on the other side. */
export function pageHead(title, { beside = [], below = [], actions = [] } = {}) {
  return element(
    'header',
    { className: 'page-head' },
    element(
      'div',
      { className: 'page-name' },
      element('div', { className: 'row' }, element('h1', { tabIndex: -1 }, title), ...beside),
      ...below,
    ),
    actions.length ? element('div', { className: 'row actions' }, ...actions) : null,
  );
}

/** What a list says that has nothing: what this is, and the next step. */
export const empty = (title, hint, ...next) =>
  element('div', { className: 'empty' }, element('p', { className: 'strong' }, title), element('p', { className: 'quiet' }, hint), ...next);

export function facts(rows) {
  const list = element('dl', { className: 'facts' });
  for (const [name, ...value] of rows.filter(Boolean))
    list.append(element('div', {}, element('dt', {}, name), element('dd', {}, ...value)));
  return list;
}

/** A text with a button that copies it. */
export function copyable(words, text, { className = 'code-text' } = {}) {
  const press = element(
    'button',
    { type: 'button', className: 'icon-button', 'aria-label': `${words.copy} ${text}`, title: words.copy },
    icon('copy', 16),
  );
  press.addEventListener('click', async () => {
    await navigator.clipboard?.writeText(text);
    press.replaceChildren(icon('done', 16));
    setTimeout(() => press.replaceChildren(icon('copy', 16)), 1500);
  });
  return element('span', { className: 'copyable' }, element('span', { className }, text), press);
}

/** A secret that is shown this once. */
export const secretOnce = (words, hint, secret) =>
  element('div', { className: 'secret' }, element('p', {}, hint), copyable(words, secret, { className: 'secret-text' }));

export const skeleton = (words) => {
  const slow = element('p', { className: 'quiet', role: 'status' });
  setTimeout(() => {
    slow.textContent = words.states.slow;
  }, 8000);
  return [
    element(
      'div',
      { className: 'skeletons', 'aria-busy': 'true' },
      element('span', { className: 'hidden-text' }, words.states.loading),
      element('div', { className: 'skeleton title' }),
      ...Array.from({ length: 8 }, () => element('div', { className: 'skeleton' })),
      slow,
    ),
  ];
};

/** A select among `options` [value, label]. */
export function choice(name, options, value, properties = {}) {
  const select = element('select', { name, ...properties }, ...options.map(([v, label]) => element('option', { value: v }, label)));
  select.value = value ?? options[0]?.[0];
  return select;
}
