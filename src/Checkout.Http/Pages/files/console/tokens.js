// API tokens: one for each person or system, with as few scopes as it needs.
import { element } from '../shared/element.js';
import { allRight, field, input } from '../shared/field.js';
import { toast } from '../shared/toast.js';
import { button, empty, pageHead, secretOnce } from './parts.js';
import { table, withSub } from './table.js';

const scopes = [
  'read_orders',
  'write_orders',
  'write_payments',
  'read_customers',
  'write_customers',
  'read_products',
  'write_products',
  'read_webhooks',
  'write_webhooks',
  'read_shop',
  'read_shop_settings',
  'write_shop_settings',
];

export async function tokens(app) {
  const { api, words, format, can, signal } = app;
  const w = words.tokens;
  const { api_tokens: rows } = await api.get(api.ofShop('/api_tokens'), {}, signal);
  const mayWrite = can('write_shop_settings');
  const scopesOf = (token) => (token.scopes.includes('*') ? w.everything : token.scopes.join(', '));
  return {
    title: w.title,
    content: [
      pageHead(w.title, { actions: mayWrite ? [button(w.make, () => make(app), { className: 'primary' })] : [] }),
      rows.length
        ? table({
            caption: w.title,
            rows,
            columns: [
              { name: w.columns.name, cell: (t) => withSub(t.name, scopesOf(t)) },
              { name: w.columns.scopes, wide: true, grow: true, cell: (t) => element('span', { className: 'wrap quiet' }, scopesOf(t)) },
              { name: w.columns.created, wide: true, cell: (t) => format.date(t.created_at) },
              {
                name: w.columns.expires,
                cell: (t) =>
                  t.is_expired
                    ? element('span', { className: 'pill danger' }, words.statuses.expired)
                    : t.expires_at
                      ? format.date(t.expires_at)
                      : w.never,
              },
              ...(mayWrite
                ? [{ name: w.revoke, hidden: true, end: true, cell: (t) => button(w.revoke, () => revoke(app, t), { className: 'small' }) }]
                : []),
            ],
          })
        : empty(w.empty, w.emptyHint),
    ],
  };
}

async function make(app) {
  const { api, words } = app;
  const w = words.tokens;
  const name = field(w.name, input({ name: 'name', maxLength: 255, required: true, autocapitalize: 'sentences' }), {
    check: (text) => (text ? null : words.needed),
  });
  const expires = field(w.expires, input({ name: 'expires', type: 'date' }));
  const check = (value, label, isChecked = false) =>
    element('label', { className: 'check' }, element('input', { type: 'checkbox', name: 'scope', value, checked: isChecked }), label);
  const problem = element('p', { className: 'error' });
  const box = element(
    'fieldset',
    { className: 'field scopes' },
    element('legend', {}, w.scopes),
    element('div', { className: 'scope-list' }, ...scopes.map((s) => check(s, s)), check('*', w.everything)),
    problem,
  );
  const chosen = () => [...box.querySelectorAll(':checked')].map((c) => c.value);
  const token = await app.dialog({
    title: w.makeTitle,
    confirm: w.button,
    busy: w.making,
    content: [name.box, box, expires.box],
    validate: () => {
      problem.textContent = chosen().length ? '' : w.noScopes;
      return allRight(name) && chosen().length > 0;
    },
    run: () =>
      api.post(api.ofShop('/api_tokens'), {
        name: name.value,
        scopes: chosen().includes('*') ? ['*'] : chosen(),
        ...(expires.value ? { expires_at: `${expires.value}T23:59:59Z` } : {}),
      }),
  }).closed;
  if (token === null) return;
  await app.dialog({
    title: w.made,
    confirm: words.close,
    cancel: words.close,
    run: async () => true,
    content: [secretOnce(words, w.once, token.token)],
  }).closed;
  await app.refresh();
}

async function revoke(app, token) {
  const { api, words } = app;
  const w = words.tokens;
  const done = await app.dialog({
    title: w.revokeTitle,
    confirm: w.revoke,
    busy: w.revoking,
    tone: 'danger',
    content: [element('p', { className: 'says' }, w.revokeSays(token.name))],
    run: () => api.remove(api.ofShop(`/api_tokens/${encodeURIComponent(token.id)}`)),
  }).closed;
  if (done === null) return;
  toast(w.revoked);
  await app.refresh();
}
