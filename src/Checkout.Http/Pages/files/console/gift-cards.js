// Gift cards: issue one, look one up, change its balance, end it.
import { element } from '../shared/element.js';
import { allRight, field, input } from '../shared/field.js';
import { isMail } from '../shared/mail.js';
import { toast } from '../shared/toast.js';
import { button, copyable, empty, facts, link, pageHead, pill, secretOnce, section } from './parts.js';
import { pager, table, withSub } from './table.js';
import { searchBar } from './search-bar.js';

const writes = 'write_payments';

export async function giftCards(app) {
  const { api, words, format, can, query, url, signal } = app;
  const w = words.gift;
  const { gift_cards: rows, next } = await api.get(api.ofShop('/gift_cards'), { search: query.search, cursor: query.cursor }, signal);
  return {
    title: w.title,
    content: [
      pageHead(w.title, { actions: can(writes) ? [button(w.issue, () => issue(app), { className: 'primary' })] : [] }),
      searchBar(app, w.search, { name: 'search', value: query.search }),
      rows.length
        ? table({
            caption: w.title,
            rows,
            href: (card) => `/console/gift-cards/${encodeURIComponent(card.id)}`,
            columns: [
              { name: w.columns.card, cell: (card) => withSub(w.ending(card.last_four), format.date(card.issued_at)) },
              { name: w.columns.status, cell: (card) => pill(words, card.status) },
              { name: w.columns.issued, wide: true, grow: true, cell: (card) => format.date(card.issued_at) },
              { name: w.columns.expires, wide: true, cell: (card) => (card.expires_at ? format.date(card.expires_at) : w.never) },
              {
                name: w.columns.initial,
                wide: true,
                end: true,
                cell: (card) => (card.initial_amount === null ? '' : format.money(card.initial_amount, card.currency)),
              },
              { name: w.columns.balance, end: true, cell: (card) => format.money(card.balance, card.currency) },
            ],
          })
        : query.search
          ? empty(w.nothing, '', link('/console/gift-cards', words.orders.clear))
          : empty(w.empty, w.emptyHint),
      pager(words, url, next),
    ],
  };
}

export async function giftCard(app) {
  const {
    api,
    words,
    format,
    can,
    parts: [id],
    signal,
  } = app;
  const w = words.gift;
  const card = await api.get(api.ofShop(`/gift_cards/${encodeURIComponent(id)}`), {}, signal);
  const money = (minor) => format.money(minor, card.currency);
  const isUsable = card.status === 'active' || card.status === 'spent';
  const actions =
    can(writes) && isUsable
      ? [
          button(w.disable, () => disable(app, card), { className: 'danger' }),
          button(w.send, () => send(app, card)),
          button(w.adjust, () => adjust(app, card), { className: 'primary' }),
        ]
      : [];
  return {
    title: w.ending(card.last_four),
    content: [
      pageHead(w.ending(card.last_four), { beside: [pill(words, card.status)], actions }),
      facts([
        [w.columns.balance, money(card.balance)],
        card.initial_amount === null ? null : [w.columns.initial, money(card.initial_amount)],
        card.issued_at ? [w.columns.issued, format.date(card.issued_at)] : null,
        [w.columns.expires, card.expires_at ? format.date(card.expires_at) : w.never],
        [words.order.ids, copyable(words, card.id)],
      ]),
      section(
        w.moves,
        card.moves?.length
          ? table({
              caption: w.moves,
              rows: card.moves,
              columns: [
                { name: w.move.at, cell: (m) => withSub(format.date(m.at), m.reason ?? '') },
                {
                  name: w.move.kind,
                  cell: (m) =>
                    m.public_order_id
                      ? link(`/console/orders/${encodeURIComponent(m.public_order_id)}`, w.kinds[m.kind] ?? m.kind)
                      : (w.kinds[m.kind] ?? m.kind),
                },
                { name: w.move.why, wide: true, grow: true, cell: (m) => element('span', { className: 'wrap' }, m.reason ?? '') },
                { name: w.move.amount, end: true, cell: (m) => (m.amount > 0 ? `+${money(m.amount)}` : money(m.amount)) },
              ],
            })
          : empty(w.noMoves, ''),
      ),
    ],
  };
}

async function issue(app) {
  const { api, words, format, me } = app;
  const w = words.gift;
  const key = crypto.randomUUID();
  const amount = field(w.amount, input({ name: 'amount', inputMode: 'decimal', autocomplete: 'off', required: true }), {
    check: (text) => (format.minor(text) > 0 ? null : words.dialogs.notAmount),
  });
  const email = field(w.email, input({ name: 'email', type: 'email', autocomplete: 'off' }), {
    check: (text) => (!text || isMail(text) ? null : w.badEmail),
  });
  const name = field(w.name, input({ name: 'recipient', maxLength: 255, autocapitalize: 'words' }));
  const message = field(w.message, element('textarea', { name: 'message', rows: 2, maxLength: 500 }));
  const expires = field(w.expires, input({ name: 'expires', type: 'date' }));
  const says = element('p', { className: 'says', role: 'status' });
  const worth = () => (amount.isValid ? format.minor(amount.value) : null);
  const opened = app.dialog({
    title: w.issueTitle,
    confirm: w.wait,
    busy: w.issuing,
    content: [amount.box, email.box, name.box, message.box, expires.box, says],
    validate: () => allRight(amount, email),
    run: () =>
      api.postOnce(api.ofShop('/gift_cards'), {
        amount: worth(),
        currency: me.currency,
        idempotent_key: key,
        ...(expires.value ? { expires_at: `${expires.value}T23:59:59Z` } : {}),
        ...(email.value
          ? {
              email_address: email.value,
              ...(name.value ? { recipient_name: name.value } : {}),
              ...(message.value ? { message: message.value } : {}),
            }
          : {}),
      }),
  });
  const follow = () => {
    const said = worth() ? format.money(worth()) : null;
    says.textContent = said ? (email.value && email.isValid ? w.saysMail(said, email.value) : w.says(said)) : '';
    opened.confirm(said ? w.button(said) : w.wait);
  };
  amount.control.addEventListener('input', follow);
  email.control.addEventListener('input', follow);
  const card = await opened.closed;
  if (card === null) return;
  await app.dialog({
    title: w.issued,
    confirm: words.close,
    cancel: words.close,
    run: async () => true,
    content: [secretOnce(words, w.codeOnce, card.code)],
  }).closed;
  await app.refresh();
}

async function adjust(app, card) {
  const { api, words, format } = app;
  const w = words.gift;
  const signed = (text) => {
    const [, minus, plain] = /^(-?)\+?(.*)$/.exec(text.trim().replace('−', '-'));
    const minor = format.minor(plain, card.currency);
    return minor === null ? null : minus ? -minor : minor;
  };
  const by = field(w.by, input({ name: 'by', autocomplete: 'off', required: true, placeholder: '10.00' }), {
    check: (text) => (!signed(text) ? words.dialogs.notAmount : card.balance + signed(text) < 0 ? w.belowZero : null),
  });
  const reason = field(
    words.dialogs.reason,
    input({ name: 'reason', maxLength: 255, required: true, autocapitalize: 'sentences', spellcheck: true }),
    { check: (text) => (text ? null : words.needed) },
  );
  const says = element('p', { className: 'says', role: 'status' });
  const key = crypto.randomUUID();
  const opened = app.dialog({
    title: w.adjustTitle,
    confirm: w.adjust,
    busy: w.adjusting,
    content: [by.box, element('p', { className: 'quiet' }, w.byHint), reason.box, says],
    validate: () => allRight(by, reason),
    run: () =>
      api.postOnce(api.ofShop(`/gift_cards/${encodeURIComponent(card.id)}/adjust`), {
        amount: signed(by.value),
        reason: reason.value,
        idempotent_key: key,
      }),
  });
  by.control.addEventListener('input', () => {
    const to = by.isValid ? format.money(card.balance + signed(by.value), card.currency) : null;
    says.textContent = to ? w.adjustSays(format.money(card.balance, card.currency), to) : '';
    opened.confirm(to ? w.adjustButton(to) : w.adjust);
  });
  if ((await opened.closed) === null) return;
  toast(w.adjusted);
  await app.refresh();
}

async function disable(app, card) {
  const { api, words, format } = app;
  const w = words.gift;
  const reason = field(
    words.dialogs.reason,
    input({ name: 'reason', maxLength: 255, required: true, autocapitalize: 'sentences', spellcheck: true }),
    { check: (text) => (text ? null : words.needed) },
  );
  const done = await app.dialog({
    title: w.disableTitle,
    confirm: w.disable,
    busy: words.working,
    tone: 'danger',
    content: [element('p', { className: 'says' }, w.disableSays(format.money(card.balance, card.currency))), reason.box],
    validate: () => allRight(reason),
    run: () => api.postOnce(api.ofShop(`/gift_cards/${encodeURIComponent(card.id)}/disable`), { reason: reason.value }),
  }).closed;
  if (done === null) return;
  toast(w.disabled);
  await app.refresh();
}

async function send(app, card) {
  const { api, words } = app;
  const w = words.gift;
  const email = field(
    w.sendTo,
    input({ name: 'email', type: 'email', required: true, autocomplete: 'off', value: card.email_address ?? '' }),
    { check: (text) => (isMail(text) ? null : w.badEmail) },
  );
  const done = await app.dialog({
    title: w.sendTitle,
    confirm: w.send,
    busy: words.dialogs.sending,
    content: [email.box],
    validate: () => allRight(email),
    run: () => api.post(api.ofShop(`/gift_cards/${encodeURIComponent(card.id)}/send`), { email_address: email.value }),
  }).closed;
  if (done === null) return;
  toast(w.sent);
  await app.refresh();
}
