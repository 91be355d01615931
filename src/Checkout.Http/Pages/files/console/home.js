// How today goes, and what needs somebody: every number leads to the list behind it.
import { element } from '../shared/element.js';
import { empty, link, pageHead, section, sectionWith } from './parts.js';
import { ordersTable } from './orders.js';

export async function home({ api, words, format, can, signal, me }) {
  const w = words.home;
  const [summary, latest] = await Promise.all([api.get(api.ofShop('/summary'), {}, signal), api.get(api.ofOrders(), { limit: 8 }, signal)]);
  const revenue = summary.revenue_today.length > 0 ? summary.revenue_today : [{ currency: me.currency, amount: 0 }];
  const today = format.isoDay();
  const tile = (name, value, href) =>
    element(
      'a',
      { className: 'tile', href },
      element('span', { className: 'tile-name' }, name),
      element('span', { className: 'tile-value' }, value),
    );
  const concern = (name, count, href, hint = '') =>
    count > 0
      ? element(
          'li',
          {},
          element(
            'a',
            { href, className: 'concern' },
            element('span', { className: 'concern-count' }, format.number(count)),
            element('span', {}, name, hint ? element('span', { className: 'quiet block' }, hint) : null),
          ),
        )
      : null;
  const concerns = [
    concern(w.unknown, summary.unknown_outcomes, '/console/work'),
    concern(
      w.work,
      summary.waiting_work,
      '/console/work',
      summary.oldest_work_seconds > 0 ? w.workHint(format.age(summary.oldest_work_seconds)) : '',
    ),
    can('read_webhooks') ? concern(w.deadLetters, summary.dead_letters, '/console/webhooks') : null,
    can('read_products') ? concern(w.lowStock, summary.low_stock, '/console/products?low_stock=true') : null,
  ].filter(Boolean);
  return {
    title: w.title,
    content: [
      pageHead(w.title, {
        below: [
          element('p', { className: 'quiet' }, format.today()),
          summary.is_partial ? element('p', { className: 'quiet' }, w.partial) : null,
        ].filter(Boolean),
      }),
      element(
        'div',
        { className: 'tiles' },
        ...revenue.map((r) => tile(w.revenue, format.money(r.amount, r.currency), `/console/orders?from=${today}`)),
        tile(w.orders, format.number(summary.orders_today), `/console/orders?from=${today}`),
        tile(w.openOrders, format.number(summary.open_orders), '/console/orders?open=true'),
      ),
      section(w.attention, concerns.length ? element('ul', { className: 'concerns' }, ...concerns) : empty(w.calm, w.calmHint)),
      sectionWith(
        w.recent,
        [link('/console/orders', w.allOrders)],
        latest.orders.length ? ordersTable({ words, format }, latest.orders) : empty(words.orders.empty, words.orders.emptyHint),
      ),
    ],
  };
}
