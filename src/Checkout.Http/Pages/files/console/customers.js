// Customers: find one by e-mail, see their orders, erase them.
import { element } from '../shared/element.js';
import { isMail } from '../shared/mail.js';
import { toast } from '../shared/toast.js';
import { addressLines, button, copyable, empty, facts, link, pageHead, section } from './parts.js';
import { pager, table, withSub } from './table.js';
import { searchBar } from './search-bar.js';
import { exportCustomers, importCustomers } from './customer-files.js';

const nameOf = (words, customer) =>
  [customer.first_name, customer.last_name].filter(Boolean).join(' ') || customer.email_address || words.customers.nameless;

export async function customers(app) {
  const { api, words, format, can, query, url, signal } = app;
  const w = words.customers;
  // The API looks for whole addresses.
  const isAddress = !query.email || isMail(query.email);
  const { customers: rows, next } = isAddress
    ? await api.get(api.ofShop('/customers'), { email: query.email, cursor: query.cursor }, signal)
    : { customers: [], next: null };
  return {
    title: w.title,
    content: [
      pageHead(w.title, {
        actions: [
          can('write_customers') ? button(w.import, () => importCustomers(app)) : null,
          button(w.export, () => exportCustomers(app)),
        ].filter(Boolean),
      }),
      searchBar(app, w.search, { name: 'email', value: query.email }),
      rows.length
        ? table({
            caption: w.title,
            rows,
            href: (customer) => `/console/customers/${encodeURIComponent(customer.id)}`,
            columns: [
              { name: w.columns.name, cell: (c) => withSub(nameOf(words, c), c.email_address) },
              { name: w.columns.email, wide: true, grow: true, cell: (c) => element('span', { className: 'cut' }, c.email_address) },
              { name: w.columns.marketing, wide: true, cell: (c) => (c.accepts_marketing ? words.yes : words.no) },
              { name: w.columns.since, wide: true, cell: (c) => format.date(c.created_at) },
            ],
          })
        : query.email
          ? empty(w.nothing, '', link('/console/customers', words.orders.clear))
          : empty(w.empty, w.emptyHint),
      pager(words, url, next),
    ],
  };
}

export async function customer(app) {
  const {
    api,
    words,
    format,
    can,
    parts: [id],
    signal,
  } = app;
  const w = words.customers;
  const c = await api.get(api.ofShop(`/customers/${encodeURIComponent(id)}`), {}, signal);
  return {
    title: nameOf(words, c),
    content: [
      pageHead(nameOf(words, c), {
        actions: can('write_customers') ? [button(w.erase, () => erase(app, c), { className: 'danger' })] : [],
      }),
      facts([
        [w.columns.email, c.email_address ? copyable(words, c.email_address, { className: '' }) : words.none],
        [
          w.columns.orders,
          c.email_address && can('read_orders') ? link(`/console/orders?email=${encodeURIComponent(c.email_address)}`, w.seeOrders) : '',
        ],
        [w.columns.marketing, c.accepts_marketing ? words.yes : words.no],
        c.created_at ? [w.columns.since, format.date(c.created_at)] : null,
        c.platform_id ? [w.platformId, copyable(words, c.platform_id)] : null,
      ]),
      section(
        w.addresses,
        c.saved_addresses?.length
          ? element('ul', { className: 'plain-list' }, ...c.saved_addresses.map((a) => element('li', {}, addressLines(a).join(', '))))
          : element('p', { className: 'quiet' }, w.noAddresses),
      ),
    ],
  };
}

async function erase(app, c) {
  const { api, words } = app;
  const w = words.customers;
  const done = await app.dialog({
    title: w.eraseTitle,
    confirm: w.eraseButton,
    busy: w.erasing,
    tone: 'danger',
    content: [element('p', { className: 'says' }, w.eraseSays(nameOf(words, c)))],
    run: () => api.remove(api.ofShop(`/customers/${encodeURIComponent(c.id)}`)),
  }).closed;
  if (done === null) return;
  toast(w.erased);
  await app.go('/console/customers', { replace: true });
}
