// What the checkout has still to do, and a button for whoever does not want to wait.
import { element } from '../shared/element.js';
import { acting, empty, link, pageHead } from './parts.js';
import { pager, table, withSub } from './table.js';

export async function work(app) {
  const { api, words, format, can, query, url, signal } = app;
  const w = words.work;
  const { work: rows, next } = await api.get(api.ofShop('/work'), { cursor: query.cursor }, signal);
  const nameOf = (row) => w.kinds[row.kind] ?? row.kind.replaceAll('_', ' ');
  const why = (row) => (row.reason ? (w.reasons[row.reason] ?? row.reason) : '');
  const run = (row) =>
    acting(
      app,
      {
        label: w.run,
        busy: w.running,
        name: `${w.run}: ${nameOf(row)} ${row.order_number ?? ''}`,
        said: (outcome) => w.outcomes[outcome?.outcome] ?? w.ran,
      },
      () => api.post(api.ofShop(`/work/${encodeURIComponent(row.id)}/run`)),
    );
  const orderOf = (row) =>
    row.public_order_id
      ? link(`/console/orders/${encodeURIComponent(row.public_order_id)}`, row.order_number || row.public_order_id.slice(0, 8))
      : '';
  return {
    title: w.title,
    content: [
      pageHead(w.title, { below: [element('p', { className: 'quiet' }, w.hint)] }),
      rows.length
        ? table({
            caption: w.title,
            rows,
            columns: [
              { name: w.columns.what, cell: (row) => withSub(nameOf(row), why(row)) },
              { name: w.columns.order, cell: orderOf },
              { name: w.columns.age, cell: (row) => (row.age_seconds > 0 ? format.age(row.age_seconds) : w.notDue) },
              { name: w.columns.why, wide: true, grow: true, cell: (row) => element('span', { className: 'wrap' }, why(row)) },
              { name: w.columns.tries, wide: true, end: true, cell: (row) => format.number(row.tries ?? 0) },
              ...(can('write_orders') ? [{ name: w.run, hidden: true, end: true, cell: run }] : []),
            ],
          })
        : empty(w.empty, w.emptyHint),
      pager(words, url, next),
    ],
  };
}
