// The chapters of an order: items and totals, payments, shipments, refunds, people, identifiers.
import { element } from '../shared/element.js';
import { addressLines, copyable, empty, facts, paymentName, pill, productName, section } from './parts.js';

export function items({ words, format }, { state, view }, money) {
  const w = words.order;
  if (state.line_items.length === 0) return section(w.items, element('p', { className: 'quiet' }, w.noItems));
  const list = element(
    'ul',
    { className: 'lines' },
    ...state.line_items.map(({ product_data: p, fulfilled_quantity: shipped }) =>
      element(
        'li',
        {},
        p.image_url
          ? element('img', { src: p.image_url, alt: '', width: 48, height: 48, loading: 'lazy' })
          : element('span', { className: 'no-image', 'aria-hidden': 'true' }),
        element(
          'div',
          { className: 'line-name' },
          element('span', { className: 'strong' }, productName(p)),
          element(
            'span',
            { className: 'quiet block' },
            [p.sku, shipped > 0 ? w.shippedOf(shipped, p.quantity) : null].filter(Boolean).join(' · '),
          ),
        ),
        element('span', { className: 'amount quiet' }, w.each(format.number(p.quantity), money(p.price))),
        element('span', { className: 'amount' }, money(p.total_price)),
      ),
    ),
  );
  const row = (name, amount, className = '') =>
    element('div', { className }, element('dt', {}, name), element('dd', { className: 'amount' }, amount));
  const shipping = state.shipping.selected_shipping;
  const taxes = new Map();
  for (const tax of [...state.taxes, ...state.shipping.taxes, ...state.line_items.flatMap((l) => l.taxes)]) {
    const name = tax.is_included ? w.included(tax.name) : tax.name;
    taxes.set(name, (taxes.get(name) ?? 0) + tax.value);
  }
  const discounts = [...state.discounts, ...state.shipping.discounts, ...state.line_items.flatMap((l) => l.discounts)];
  const totals = element(
    'dl',
    { className: 'totals' },
    row(w.subtotal, money(state.line_items.reduce((total, l) => total + l.product_data.total_price, 0))),
    ...discounts.map((d) => row(d.text || d.code || w.discount, `−${money(d.value)}`)),
    ...state.fees.map((fee) => row(fee.line_text, money(fee.value))),
    ...state.line_items.flatMap((l) => l.fees).map((fee) => row(fee.name, money(fee.amount))),
    shipping?.description ? row(shipping.description, money(shipping.amount)) : null,
    ...[...taxes].map(([name, value]) => row(name, money(value))),
    row(w.total, money(view.order_total), 'total'),
  );
  const note = state.order_meta_data.notes;
  return section(
    w.items,
    list,
    totals,
    note ? element('p', { className: 'quote' }, element('span', { className: 'quiet block' }, w.shopperNote), note) : null,
  );
}

export function payments({ words, format }, { view }) {
  const w = words.order;
  if (view.payments.length === 0) return section(w.payments, element('p', { className: 'quiet' }, w.noPayments));
  return section(
    w.payments,
    element(
      'ul',
      { className: 'payments' },
      ...view.payments.map((payment) => {
        const amount = (minor) => format.money(minor, payment.currency);
        const parts = [
          [w.authorized, payment.authorized],
          [w.captured, payment.captured],
          [w.refunded, payment.refunded],
          [words.statuses.voided, payment.voided],
        ]
          .filter(([, minor]) => minor > 0)
          .map(([name, minor]) => `${name} ${amount(minor)}`);
        return element(
          'li',
          {},
          element(
            'div',
            { className: 'payment' },
            element('span', { className: 'strong' }, paymentName(payment)),
            element('span', { className: 'quiet' }, parts.join(' · ')),
          ),
          payment.transactions.length
            ? element(
                'details',
                {},
                element('summary', {}, w.transactions),
                element(
                  'ul',
                  { className: 'transactions' },
                  ...payment.transactions.map((t) =>
                    element(
                      'li',
                      {},
                      element('span', {}, words.timeline.events[`payment.${pastOf[t.kind] ?? t.kind}`] ?? t.kind),
                      pill(words, t.status),
                      element('time', { className: 'quiet', dateTime: t.at }, format.date(t.at)),
                      element('span', { className: 'amount' }, amount(t.amount)),
                      t.reference ? copyable(words, t.reference) : null,
                      t.reason ? element('span', { className: 'quiet' }, t.reason) : null,
                    ),
                  ),
                ),
              )
            : null,
        );
      }),
    ),
  );
}

const pastOf = {
  authorize: 'authorized',
  capture: 'captured',
  refund: 'refunded',
  void: 'voided',
};

/** «2 × Shirt, 1 × Hat»: units of lines that were shipped or came back. */
const unitsOf = (state, lines) =>
  lines
    .map(({ quantity, line_item_key: key }) => {
      const line = state.line_items.find((l) => l.product_data.line_item_key === key);
      return `${quantity} × ${line ? productName(line.product_data) : key}`;
    })
    .join(', ');

export function shipments({ words, format }, { view, state }) {
  const w = words.order;
  if (!view.shipments?.length)
    return state.line_items.some((l) => l.fulfilled_quantity > 0) || !view.placed_at
      ? null
      : section(w.shipments, element('p', { className: 'quiet' }, w.noShipments));
  return section(
    w.shipments,
    element(
      'ul',
      { className: 'payments' },
      ...view.shipments.map((s) =>
        element(
          'li',
          {},
          element(
            'div',
            { className: 'payment' },
            element(
              'span',
              { className: 'strong' },
              s.carrier || words.statuses.fulfilled,
              ' ',
              s.tracking_url
                ? element('a', { href: s.tracking_url, target: '_blank', rel: 'noreferrer' }, s.tracking_number || w.tracking)
                : (s.tracking_number ?? ''),
            ),
            element('time', { className: 'quiet', dateTime: s.shipped_at }, format.date(s.shipped_at)),
          ),
          element('p', { className: 'quiet' }, unitsOf(state, s.lines)),
        ),
      ),
    ),
  );
}

export function refunds({ words, format }, { view, state }, money) {
  const w = words.order;
  if (!view.refunds?.length) return null;
  return section(
    w.refunds,
    element(
      'ul',
      { className: 'payments' },
      ...view.refunds.map((r) =>
        element(
          'li',
          {},
          element(
            'div',
            { className: 'payment' },
            element('span', { className: 'strong' }, money(r.amount), r.reason ? ` · ${r.reason}` : ''),
            element('time', { className: 'quiet', dateTime: r.at }, format.date(r.at)),
          ),
          r.lines?.length ? element('p', { className: 'quiet' }, unitsOf(state, r.lines)) : null,
        ),
      ),
    ),
  );
}

export function people({ words }, { state, view }) {
  const w = words.order;
  const email = view.email_address ?? state.customer?.email_address;
  const lines = (a) => (a?.country ? [...addressLines(a), a.phone_number].filter(Boolean) : []);
  const broken = (rows) => rows.flatMap((row, i) => (i ? [element('br'), row] : [row]));
  const shipping = lines(state.addresses.shipping),
    billing = lines(state.addresses.billing);
  const same = shipping.length > 0 && shipping.join('\n') === billing.join('\n');
  return section(
    w.customer,
    view.customer_name || email
      ? facts([
          [
            view.customer_name || words.orders.guest,
            email ? element('a', { href: `/console/orders?search=${encodeURIComponent(email)}` }, email) : '',
          ],
          [w.shippingAddress, ...(shipping.length ? broken(shipping) : [w.noAddress])],
          [w.billingAddress, ...(same ? [w.sameAddress] : billing.length ? broken(billing) : [w.noAddress])],
        ])
      : empty(words.orders.guest, ''),
  );
}

export const identifiers = (words, { view, id }) =>
  section(
    words.order.ids,
    facts([
      [words.order.publicId, copyable(words, view.public_order_id ?? id)],
      view.order_id ? [words.order.orderId, copyable(words, String(view.order_id))] : null,
      view.platform_order_id ? [words.order.platformId, copyable(words, view.platform_order_id)] : null,
    ]),
  );
