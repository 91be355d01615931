// What can be done to an order. A dialog says what will happen before it does; one that moves money makes its key when it
// opens, so that two clicks, or a click repeated after a lost answer, move it once.
import { element } from '../shared/element.js';
import { allRight, field, input } from '../shared/field.js';
import { toast } from '../shared/toast.js';
import { choice, paymentName, productName } from './parts.js';

const longestNote = 2000;

/** What of a payment is on hold, and what of it can go back. */
const held = (payment) => Math.max(0, payment.authorized - payment.captured - payment.voided);
const returnable = (payment) => Math.max(0, payment.captured - payment.refunded);

export function actionsOf(app, known) {
  const { words, can } = app;
  const { view, state } = known;
  const w = words.order;
  const isPlaced = view.order_status === 'placed';
  const offered = {
    capture: can('write_payments') && view.order_status !== 'canceled' && view.payments.some((p) => held(p) > 0),
    refund: can('write_payments') && view.payments.some((p) => returnable(p) > 0),
    fulfill: can('write_orders') && isPlaced && state.line_items.some((l) => l.fulfilled_quantity < l.product_data.quantity),
    letter: can('write_orders') && Boolean(view.placed_at) && Boolean(view.email_address),
    note: can('write_orders'),
    cancel:
      can('write_orders') &&
      view.order_status !== 'canceled' &&
      view.payments.every((p) => p.captured === 0) &&
      state.line_items.every((l) => l.fulfilled_quantity === 0),
  };
  const press = (name, act, className = '') =>
    offered[name] ? element('button', { type: 'button', className: `button ${className}`, onclick: () => act(app, known) }, w[name]) : null;
  const rest = [press('letter', resendLetter, 'item'), press('note', addNote, 'item'), press('cancel', cancelOrder, 'item danger')].filter(
    Boolean,
  );
  const more = rest.length ? menu(w.more, rest) : null;
  return [press('refund', refund), press('fulfill', ship), press('capture', capture, 'primary'), more].filter(Boolean);
}

function menu(label, items) {
  const list = element('div', { className: 'menu-items', popover: 'auto' }, ...items);
  const press = element('button', { type: 'button', className: 'button menu-button', 'aria-label': label, title: label }, '⋯');
  press.popoverTargetElement = list;
  list.addEventListener('click', () => list.hidePopover());
  list.addEventListener('toggle', (event) => {
    press.setAttribute('aria-expanded', String(event.newState === 'open'));
    if (event.newState !== 'open') return;
    const place = press.getBoundingClientRect();
    list.style.insetBlockStart = `${place.bottom + 4}px`;
    list.style.insetInlineStart = `${Math.max(8, Math.min(place.right - list.offsetWidth, innerWidth - list.offsetWidth - 8))}px`;
    items[0].focus();
  });
  return element('span', { className: 'menu' }, press, list);
}

/** Keeps the sentence, the button and the amount of a money dialog in step. */
function amountField(app, label, { max, currency, name = 'amount' }) {
  const { words, format } = app;
  const d = words.dialogs;
  const control = field(label, input({ name, inputMode: 'decimal', autocomplete: 'off', value: format.typed(max(), currency()) }), {
    check: (text) => {
      const minor = format.minor(text, currency());
      if (minor === null || minor === 0) return d.notAmount;
      return minor > max() ? d.tooMuch(format.money(max(), currency())) : null;
    },
  });
  return Object.assign(control, { minor: () => (control.isValid ? format.minor(control.value, currency()) : null) });
}

function paymentChoice(app, payments, left) {
  const { words, format } = app;
  if (payments.length === 1) return { box: null, chosen: () => payments[0], onchange() {} };
  const select = choice(
    'payment',
    payments.map((p) => [p.id, `${paymentName(p)} (${format.money(left(p), p.currency)})`]),
    payments[0].id,
  );
  const box = field(words.dialogs.from, select).box;
  return { box, chosen: () => payments.find((p) => p.id === select.value), onchange: (act) => select.addEventListener('change', act) };
}

async function capture(app, { id, view }) {
  const { api, words, format } = app;
  const d = words.dialogs;
  const key = crypto.randomUUID();
  const payments = view.payments.filter((p) => held(p) > 0);
  const total = payments.reduce((sum, p) => sum + held(p), 0);
  const currency = () => view.currency;
  const amount = amountField(app, d.amount, { max: () => total, currency });
  const says = element('p', { className: 'says', role: 'status' });
  const opened = app.dialog({
    title: d.captureTitle,
    confirm: d.captureTitle,
    busy: d.capturing,
    content: [amount.box, says],
    validate: () => allRight(amount),
    run: () => api.postOnce(api.ofOrder(id, '/payments/capture'), { amount: amount.minor(), idempotent_key: key }),
  });
  const follow = () => {
    const minor = amount.minor();
    says.textContent = minor
      ? `${d.captureSays(format.money(minor, currency()), listOf(split(payments, held, minor), format))} ${minor < total ? d.captureLeft(format.money(total - minor, currency())) : ''}`.trim()
      : '';
    opened.confirm(minor ? d.captureButton(format.money(minor, currency())) : d.captureTitle);
  };
  amount.control.addEventListener('input', follow);
  follow();
  await finish(app, opened, () => d.captured(format.money(amount.minor(), currency())));
}

/** How an amount is taken from payments in their order. */
function split(payments, left, amount) {
  let open = amount;
  return payments
    .map((payment) => {
      const part = Math.min(open, left(payment));
      open -= part;
      return { payment, part };
    })
    .filter(({ part }) => part > 0);
}

const listOf = (parts, format) =>
  parts.length === 1
    ? paymentName(parts[0].payment)
    : parts.map(({ payment, part }) => `${paymentName(payment)} (${format.money(part, payment.currency)})`).join(', ');

async function refund(app, { id, view, state }) {
  const { api, words, format } = app;
  const d = words.dialogs;
  const key = crypto.randomUUID();
  const payments = view.payments.filter((p) => returnable(p) > 0);
  const source = paymentChoice(app, payments, returnable);
  const currency = () => source.chosen().currency;
  const max = () => returnable(source.chosen());
  const amount = amountField(app, d.amount, { max, currency });
  const reason = field(d.reasonOptional, input({ name: 'reason', maxLength: 1000, autocapitalize: 'sentences', spellcheck: true }));
  const mail = element('input', { type: 'checkbox', name: 'mail' });
  const says = element('p', { className: 'says', role: 'status' });

  const mode = (value, label, checked) =>
    element('label', { className: 'check' }, element('input', { type: 'radio', name: 'mode', value, checked }), label);
  const modes = element(
    'fieldset',
    { className: 'modes' },
    element('legend', { className: 'hidden-text' }, d.refundTitle),
    mode('amount', d.byAmount, true),
    mode('items', d.byItems, false),
  );
  const returned = (key) =>
    (view.refunds ?? [])
      .flatMap((r) => r.lines ?? [])
      .filter((l) => l.line_item_key === key)
      .reduce((sum, l) => sum + l.quantity, 0);
  const lines = state.line_items
    .map((line) => {
      const left = line.product_data.quantity - returned(line.product_data.line_item_key);
      return { line, left, ...unitChoice(words, line.product_data, left, 0) };
    })
    .filter((l) => l.left > 0);
  const list = element('ul', { className: 'field pick', hidden: true }, ...lines.map((l) => l.box));
  const byItems = () => modes.querySelector('[value=items]').checked;
  const units = () => (byItems() ? lines.reduce((sum, l) => sum + l.taken(), 0) : 0);

  const opened = app.dialog({
    title: d.refundTitle,
    confirm: d.refundWait,
    busy: d.refunding,
    tone: 'danger',
    content: [
      lines.length ? modes : null,
      list,
      source.box,
      amount.box,
      reason.box,
      view.email_address ? element('label', { className: 'check' }, mail, d.refundMail) : null,
      says,
    ].filter(Boolean),
    validate: () => allRight(amount),
    run: () =>
      api.postOnce(api.ofOrder(id, `/refunds/${encodeURIComponent(source.chosen().id)}`), {
        amount: amount.minor(),
        idempotent_key: key,
        ...(reason.value ? { reason: reason.value } : {}),
        ...(mail.checked ? { email_notification: true } : {}),
        ...(units() > 0
          ? {
              refund_order_data: {
                line_items: lines.filter((l) => l.taken() > 0).map((l) => ({ line_item_key: l.key, quantity: l.taken() })),
              },
            }
          : {}),
      }),
  });
  const follow = () => {
    const minor = amount.minor();
    const left = max() - (minor ?? 0);
    says.textContent = minor
      ? [
          d.refundSays(format.money(minor, currency()), paymentName(source.chosen())),
          left > 0 ? d.refundLeft(format.money(left, currency())) : '',
          units() > 0 ? d.refundStock(units()) : '',
        ]
          .join(' ')
          .trim()
      : '';
    opened.confirm(minor ? d.refundButton(format.money(minor, currency())) : d.refundWait);
  };
  const followItems = () => {
    const cost = lines.reduce((sum, l) => sum + costOf(l.line, returned(l.key), l.taken()), 0);
    amount.value = format.typed(byItems() ? Math.min(cost, max()) : max(), currency());
    amount.show(null);
    follow();
  };
  modes.addEventListener('change', () => {
    list.hidden = !byItems();
    followItems();
  });
  lines.forEach((l) => l.count.addEventListener('change', followItems));
  source.onchange(followItems);
  amount.control.addEventListener('input', follow);
  follow();
  await finish(app, opened, () => d.refunded(format.money(amount.minor(), currency())));
}

/** A choice of how many units of a line, of those that are left. */
function unitChoice(words, product, left, chosen) {
  const options = Array.from({ length: left + 1 }, (_, n) => [String(n), String(n)]);
  const count = choice(`line-${product.line_item_key}`, options, String(chosen));
  return {
    key: product.line_item_key,
    count,
    taken: () => Number(count.value),
    box: element(
      'li',
      {},
      element(
        'label',
        {},
        element('span', { className: 'grow' }, productName(product)),
        count,
        element('span', { className: 'quiet' }, words.dialogs.ofLeft(left)),
      ),
    ),
  };
}

/** What units of a line cost with their taxes and less their discounts, as the checkout counts it; `before` came back earlier. */
function costOf({ product_data: p, taxes, fees, discounts }, before, units) {
  const whole =
    p.total_price +
    fees.reduce((s, f) => s + f.amount, 0) -
    discounts.reduce((s, x) => s + x.value, 0) +
    taxes.filter((t) => !t.is_included).reduce((s, t) => s + t.value, 0);
  const part = (n) => Math.round((whole * n) / p.quantity);
  return part(before + units) - part(before);
}

async function ship(app, { id, state }) {
  const { api, words } = app;
  const d = words.dialogs;
  const lines = state.line_items
    .filter((l) => l.fulfilled_quantity < l.product_data.quantity)
    .map(({ product_data: p, fulfilled_quantity: done }) => {
      const left = p.quantity - done;
      return { done, ...unitChoice(words, p, left, left) };
    });
  const carrier = field(d.carrier, input({ name: 'carrier', maxLength: 100 }));
  const number = field(d.number, input({ name: 'tracking_number', maxLength: 100 }));
  const address = field(d.url, input({ name: 'tracking_url', type: 'url', maxLength: 2048 }), {
    check: (text) => (!text || /^https:\/\/[^\s]+$/.test(text) ? null : d.badUrl),
  });
  const says = element('p', { className: 'says', role: 'status' });
  const units = () => lines.reduce((sum, l) => sum + l.taken(), 0);
  const tracking = [element('div', { className: 'pair' }, carrier.box, number.box), address.box];
  const opened = app.dialog({
    title: d.shipTitle,
    confirm: d.shipTitle,
    busy: d.shipping,
    content: [element('ul', { className: 'field pick' }, ...lines.map((l) => l.box)), ...tracking, says],
    validate: () => {
      if (units() === 0) says.textContent = d.nothing;
      return units() > 0 && allRight(address);
    },
    run: () =>
      api.patch(api.ofOrder(id, '/line_items'), {
        line_items: lines.filter((l) => l.taken() > 0).map((l) => ({ line_item_key: l.key, fulfilled_quantity: l.done + l.taken() })),
        ...(carrier.value ? { carrier: carrier.value } : {}),
        ...(number.value ? { tracking_number: number.value } : {}),
        ...(address.value ? { tracking_url: address.value } : {}),
      }),
  });
  const follow = () => {
    says.textContent = units() > 0 ? d.shipSays(units()) : d.nothing;
    opened.confirm(d.shipButton(units()));
  };
  lines.forEach((l) => l.count.addEventListener('change', follow));
  follow();
  await finish(app, opened, () => d.shipped);
}

async function cancelOrder(app, { id, view }) {
  const { api, words, format } = app;
  const d = words.dialogs;
  const onHold = view.payments.reduce((sum, p) => sum + held(p), 0);
  const reason = field(d.reasonOptional, input({ name: 'reason', maxLength: 1000, autocapitalize: 'sentences', spellcheck: true }));
  const opened = app.dialog({
    title: d.cancelTitle,
    confirm: d.cancelButton,
    cancel: d.keep,
    busy: d.canceling,
    tone: 'danger',
    content: [
      element('p', { className: 'says' }, onHold > 0 ? d.cancelSays(format.money(onHold, view.currency)) : d.cancelPlain),
      reason.box,
    ],
    run: () => api.postOnce(api.ofOrder(id, '/cancel'), reason.value ? { reason: reason.value } : {}),
  });
  await finish(app, opened, () => d.canceled);
}

export async function addNote(app, { id }) {
  const { api, words } = app;
  const d = words.dialogs;
  const text = field(words.order.note, element('textarea', { name: 'note', rows: 4, maxLength: longestNote }), {
    check: (note) => (note ? null : words.needed),
  });
  const opened = app.dialog({
    title: d.noteTitle,
    confirm: d.noteButton,
    busy: d.adding,
    content: [text.box, element('p', { className: 'quiet' }, words.order.noteHint)],
    validate: () => allRight(text),
    run: () => api.post(api.ofOrder(id, '/notes'), { note: text.value }),
  });
  await finish(app, opened, () => d.noted);
}

async function resendLetter(app, { id, view }) {
  const { api, words } = app;
  const d = words.dialogs;
  const kind = choice(
    'kind',
    kindsOf(view).map((k) => [k, d.letters[k]]),
  );
  const opened = app.dialog({
    title: d.letterTitle,
    confirm: d.letterButton,
    busy: d.sending,
    content: [field(d.letterKind, kind).box, element('p', { className: 'says' }, d.letterSays(view.email_address))],
    run: () => api.post(api.ofOrder(id, '/letters'), { kind: kind.value }),
  });
  await finish(app, opened, () => d.sent);
}

const kindsOf = (view) =>
  [
    'order_confirmation',
    view.shipments?.length ? 'shipped' : null,
    view.refunds?.length ? 'refunded' : null,
    view.order_status === 'canceled' ? 'canceled' : null,
  ].filter(Boolean);

/** After a dialog that did its work: say so, and show the order as it is now. */
async function finish(app, opened, said) {
  const done = await opened.closed;
  if (done === null) return;
  toast(said());
  await app.refresh();
}
