// Products and how many of them there are.
import { element } from '../shared/element.js';
import { allRight, field, input } from '../shared/field.js';
import { toast } from '../shared/toast.js';
import { button, copyable, empty, facts, link, pageHead, productName, section } from './parts.js';
import { pager, table, withSub } from './table.js';
import { searchBar } from './search-bar.js';

function stockPill(words, format, stock) {
  const w = words.products;
  if (!stock?.counted) return element('span', { className: 'quiet' }, w.uncounted);
  if (stock.on_hand <= 0) return element('span', { className: 'pill danger' }, w.out);
  const isLow = stock.low_stock_at !== null && stock.low_stock_at !== undefined && stock.on_hand <= stock.low_stock_at;
  return isLow ? element('span', { className: 'pill warning' }, w.lowLeft(format.number(stock.on_hand))) : format.number(stock.on_hand);
}

export async function products(app) {
  const { api, words, format, can, query, url, signal } = app;
  const w = words.products;
  const low = query.low_stock === 'true';
  const { products: rows, next } = await api.get(
    api.ofShop('/products'),
    low ? { low_stock: 'true', cursor: query.cursor } : { search: query.search, cursor: query.cursor },
    signal,
  );
  const isFiltered = Boolean(query.search || low);
  return {
    title: w.title,
    content: [
      pageHead(w.title),
      searchBar(app, w.search, { name: 'search', value: low ? '' : query.search, beside: [toggle(words, low)] }),
      rows.length
        ? table({
            caption: w.title,
            rows,
            href: (product) => `/console/products/${encodeURIComponent(product.sku)}`,
            columns: [
              { name: w.columns.product, grow: true, cell: (p) => withSub(productName(p), p.sku) },
              { name: w.columns.sku, wide: true, cell: (p) => p.sku },
              { name: w.columns.price, wide: true, end: true, cell: (p) => format.money(p.price) },
              { name: w.columns.stock, end: true, cell: (p) => stockPill(words, format, p.stock) },
              ...(can('write_products')
                ? [
                    {
                      name: w.adjust,
                      hidden: true,
                      wide: true,
                      end: true,
                      cell: (p) => (p.stock?.counted ? button(w.adjust, () => changeStock(app, p), { className: 'small' }) : ''),
                    },
                  ]
                : []),
            ],
          })
        : isFiltered
          ? empty(w.nothing, '', link('/console/products', words.orders.clear))
          : empty(w.empty, w.emptyHint),
      pager(words, url, next),
    ],
  };
}

const toggle = (words, low) =>
  element(
    'a',
    { className: 'button', href: low ? '/console/products' : '/console/products?low_stock=true', 'aria-current': low ? 'true' : null },
    words.products.low,
  );

export async function product(app) {
  const {
    api,
    words,
    format,
    can,
    parts: [sku],
    query,
    url,
    signal,
  } = app;
  const w = words.products;
  const at = (path = '') => api.ofShop(`/products/${encodeURIComponent(sku)}${path}`);
  const [read, { moves, next }] = await Promise.all([
    api.get(at(), {}, signal),
    api.get(at('/stock/moves'), { cursor: query.cursor }, signal),
  ]);
  const mayWrite = can('write_products');
  return {
    title: productName(read),
    content: [
      pageHead(productName(read), {
        beside: [stockPill(words, format, read.stock)],
        actions: mayWrite
          ? [
              button(w.remove, () => removeProduct(app, read), { className: 'danger' }),
              read.stock?.counted ? button(w.adjust, () => changeStock(app, read), { className: 'primary' }) : null,
            ].filter(Boolean)
          : [],
      }),
      facts([
        [w.columns.sku, copyable(words, read.sku)],
        [w.columns.price, format.money(read.price)],
        [w.columns.stock, stockPill(words, format, read.stock)],
        read.stock?.low_stock_at >= 0 && read.stock?.low_stock_at !== null ? [w.lowAt, format.number(read.stock.low_stock_at)] : null,
      ]),
      section(
        w.moves,
        moves.length
          ? table({
              caption: w.movesOf(productName(read)),
              rows: moves,
              columns: [
                { name: w.move.at, cell: (m) => withSub(format.date(m.at), m.reason ?? '') },
                {
                  name: w.move.kind,
                  cell: (m) =>
                    m.public_order_id
                      ? link(`/console/orders/${encodeURIComponent(m.public_order_id)}`, w.kinds[m.kind] ?? m.kind)
                      : (w.kinds[m.kind] ?? m.kind),
                },
                { name: w.move.reason, wide: true, grow: true, cell: (m) => element('span', { className: 'wrap' }, m.reason ?? '') },
                {
                  name: w.move.change,
                  end: true,
                  cell: (m) => (m.quantity > 0 ? `+${format.number(m.quantity)}` : m.quantity === 0 ? '' : format.number(m.quantity)),
                },
                {
                  name: w.move.after,
                  wide: true,
                  end: true,
                  cell: (m) => (m.on_hand === null || m.on_hand === undefined ? '' : format.number(m.on_hand)),
                },
              ],
            })
          : empty(w.noMoves, ''),
      ),
      pager(words, url, next),
    ],
  };
}

async function changeStock(app, listed) {
  const { api, words, format } = app;
  const w = words.products;
  const { stock } = listed;
  const key = crypto.randomUUID();
  const whole = (text) => (/^-?\d{1,9}$/.test(text) ? Number(text) : null);
  const count = field(w.set, input({ name: 'set', inputMode: 'numeric', autocomplete: 'off', value: String(stock.on_hand) }), {
    check: (text) => ((whole(text) ?? -1) >= 0 ? null : w.notNumber),
  });
  const reason = field(words.dialogs.reason, input({ name: 'reason', maxLength: 255, autocapitalize: 'sentences', spellcheck: true }), {
    check: (text) => (text || whole(count.value) === stock.on_hand ? null : words.needed),
  });
  const low = field(w.lowAt, input({ name: 'low_stock_at', inputMode: 'numeric', autocomplete: 'off', value: stock.low_stock_at ?? '' }), {
    check: (text) => (text === '' || (whole(text) ?? -1) >= 0 ? null : w.notNumber),
  });
  const says = element('p', { className: 'says', role: 'status' });
  const target = () => whole(count.value);
  const changesUnits = () => target() !== stock.on_hand;
  const changesLow = () => low.value !== String(stock.low_stock_at ?? '');
  const opened = app.dialog({
    title: `${w.stockTitle}: ${productName(listed)}`,
    confirm: words.save,
    busy: words.saving,
    content: [count.box, reason.box, low.box, element('p', { className: 'quiet' }, w.lowAtHint), says],
    validate: () => allRight(count, reason, low),
    async run() {
      if (!changesUnits() && !changesLow()) return true;
      return api.data('PATCH', api.ofShop(`/products/${encodeURIComponent(listed.sku)}/stock`), {
        isSafe: true,
        body: {
          ...(changesUnits() ? { set: target(), seen: stock.on_hand, reason: reason.value } : {}),
          ...(changesLow() ? { low_stock_at: low.value === '' ? -1 : Number(low.value) } : {}),
          idempotent_key: key,
        },
      });
    },
  });
  const follow = () => {
    const to = target();
    says.textContent = to !== null && to >= 0 && changesUnits() ? w.says(format.number(stock.on_hand), format.number(to)) : '';
    opened.confirm(to !== null && to >= 0 && changesUnits() ? w.button(format.number(to)) : words.save);
  };
  count.control.addEventListener('input', follow);
  count.control.select();
  const done = await opened.closed;
  if (done === null) return;
  toast(w.saved(productName(listed), format.number(done.stock?.on_hand ?? stock.on_hand)));
  await app.refresh();
}

async function removeProduct(app, { sku, ...rest }) {
  const { api, words } = app;
  const w = words.products;
  const done = await app.dialog({
    title: w.removeTitle,
    confirm: w.remove,
    busy: w.removing,
    tone: 'danger',
    content: [element('p', {}, w.removeSays(productName({ sku, ...rest })))],
    run: () => api.remove(api.ofShop(`/products/${encodeURIComponent(sku)}`)),
  }).closed;
  if (done === null) return;
  toast(w.removed);
  await app.go('/console/products', { replace: true });
}
