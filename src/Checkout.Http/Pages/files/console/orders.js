// Orders, newest first: one search box, and filters that are in the address.
import { element } from '../shared/element.js';
import { field, input } from '../shared/field.js';
import { choice, empty, link, pageHead, pill } from './parts.js';
import { pager, table, withSub } from './table.js';

const statuses = {
  status: ['open', 'processing', 'placed', 'canceled'],
  financial_status: ['pending', 'authorized', 'partially_paid', 'paid', 'partially_refunded', 'refunded', 'voided', 'payment_due'],
  fulfillment_status: ['unfulfilled', 'partial', 'fulfilled'],
};
const filters = [
  'search',
  'status',
  'financial_status',
  'fulfillment_status',
  'open',
  'from',
  'to',
  'min_total',
  'max_total',
  'email',
  'number',
  'order_id',
  'platform_order_id',
];

/** What of an order's three statuses there is to say. */
export const statusPills = (words, order) =>
  order.order_status === 'open'
    ? [pill(words, 'open')]
    : [
        order.order_status === 'placed' ? null : pill(words, order.order_status),
        pill(words, order.financial_status),
        order.order_status === 'canceled' ? null : pill(words, order.fulfillment_status),
      ].filter(Boolean);

export function ordersTable({ words, format }, rows) {
  const w = words.orders;
  const customer = (order) => order.customer_name || order.email_address || w.guest;
  const pills = (order) => element('span', { className: 'pills' }, ...statusPills(words, order));
  const date = (order) =>
    element(
      'time',
      { dateTime: order.placed_at ?? order.created_at, title: format.date(order.placed_at ?? order.created_at) },
      format.short(order.placed_at ?? order.created_at),
    );
  return table({
    caption: w.title,
    rows,
    href: (order) => `/console/orders/${encodeURIComponent(order.public_order_id)}`,
    columns: [
      { name: w.columns.number, cell: (o) => withSub(o.order_number, customer(o), ' · ', date(o), pills(o)) },
      { name: w.columns.customer, wide: true, grow: true, cell: (o) => element('span', { className: 'cut' }, customer(o)) },
      { name: w.columns.status, wide: true, cell: pills },
      { name: w.columns.date, wide: true, cell: date },
      { name: w.columns.items, wide: true, end: true, cell: (o) => format.number(o.item_count) },
      { name: w.columns.total, end: true, cell: (o) => format.money(o.order_total, o.currency) },
    ],
  });
}

export async function orders(app) {
  const { api, words, format, url, query, signal, go } = app;
  const w = words.orders;
  const asked = Object.fromEntries(filters.filter((name) => query[name]).map((name) => [name, query[name]]));
  const { orders: rows, next } = await api.get(api.ofOrders(), { ...times(asked, format), cursor: query.cursor }, signal);
  const isNumber = query.search && !query.search.includes('@');
  if (isNumber && rows.length === 1 && !next && Object.keys(asked).length === 1) {
    go(`/console/orders/${encodeURIComponent(rows[0].public_order_id)}`, { replace: true });
    return new Promise(() => {});
  }

  const isFiltered = Object.keys(asked).length > 0;
  return {
    title: w.title,
    content: [
      pageHead(query.search ? w.found(query.search) : w.title),
      filterBar(app, asked),
      rows.length
        ? ordersTable(app, rows)
        : isFiltered
          ? empty(w.nothing, w.nothingHint, link('/console/orders', w.clear))
          : empty(w.empty, w.emptyHint),
      pager(words, url, next),
    ],
  };
}

/** The days of the address are the shop's: from the beginning of the first to the end of the last. */
const times = (asked, format) => ({
  ...asked,
  ...(isDay(asked.from) ? { from: format.beginOf(asked.from) } : {}),
  ...(isDay(asked.to) ? { to: format.beginOf(asked.to, 1) } : {}),
});

const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text ?? '');

function filterBar({ words, format, go }, asked) {
  const w = words.orders;
  const apply = (name, value) => {
    const address = new URL(location.href);
    address.searchParams.delete('cursor');
    // A status says itself whether an order is open.
    if (name === 'status') address.searchParams.delete('open');
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
    go(address.pathname + address.search);
  };
  const select = (name, label) =>
    field(
      label,
      choice(name, [['', words.all], ...statuses[name].map((s) => [s, words.statuses[s]])], asked[name] ?? '', {
        onchange: (e) => apply(name, e.target.value),
      }),
    ).box;
  const date = (name, label) =>
    field(label, input({ name, type: 'date', value: (asked[name] ?? '').slice(0, 10), onchange: (e) => apply(name, e.target.value) })).box;
  const amount = (name, label) => {
    const control = field(label, input({ name, inputMode: 'decimal', value: asked[name] ? format.typed(Number(asked[name])) : '' }), {
      check: (text) => (text && format.minor(text) === null ? w.amount : null),
    });
    control.control.addEventListener(
      'change',
      () => control.validate() && apply(name, control.value ? String(format.minor(control.value)) : ''),
    );
    return control.box;
  };
  const details = element(
    'details',
    { className: 'filters', open: matchMedia('(min-width: 960px)').matches || Object.keys(asked).some((name) => name !== 'search') },
    element('summary', {}, w.filters),
    element(
      'div',
      { className: 'filter-row' },
      select('status', w.status),
      select('financial_status', w.payment),
      select('fulfillment_status', w.shipping),
      date('from', w.from),
      date('to', w.to),
      amount('min_total', w.min),
      amount('max_total', w.max),
      Object.keys(asked).length ? link('/console/orders', w.clear) : null,
    ),
  );
  return details;
}
