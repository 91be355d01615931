// Who is told of changes, what was sent to them, and what nobody took.
import { element } from '../shared/element.js';
import { allRight, field, input } from '../shared/field.js';
import { toast } from '../shared/toast.js';
import { acting, button, choice, empty, link, pageHead, pill, section, sectionWith } from './parts.js';
import { Refused } from './api.js';
import { pager, table, withSub } from './table.js';

const webAddress = (words) => (text) => (/^https?:\/\/[^\s]+$/.test(text) ? null : words.webhooks.badUrl);

export async function webhooks(app) {
  const { api, words, format, can, signal } = app;
  const w = words.webhooks;
  const [hooks, dead] = await Promise.all([
    api.get(api.ofShop('/webhooks'), {}, signal),
    can('read_shop_settings') ? api.get(api.ofShop('/dead_letters'), {}, signal) : [],
  ]);
  const mayWrite = can('write_webhooks');
  return {
    title: w.title,
    content: [
      pageHead(w.title, { actions: mayWrite ? [button(w.add, () => add(app), { className: 'primary' })] : [] }),
      hooks.length
        ? table({
            caption: w.title,
            rows: hooks,
            href: (hook) => `/console/webhooks/${encodeURIComponent(hook.id)}`,
            columns: [
              { name: w.columns.topic, cell: (hook) => withSub(hook.webhook_topic_name, hook.callback_url) },
              { name: w.columns.status, cell: (hook) => pill(words, hook.status) },
              { name: w.columns.url, wide: true, grow: true, cell: (hook) => element('span', { className: 'cut' }, hook.callback_url) },
              { name: w.columns.created, wide: true, cell: (hook) => format.date(hook.created_at) },
              ...(mayWrite
                ? [
                    {
                      name: w.remove,
                      hidden: true,
                      end: true,
                      cell: (hook) =>
                        hook.status === 'stopped' ? resume(app, hook) : button(w.remove, () => remove(app, hook), { className: 'small' }),
                    },
                  ]
                : []),
            ],
          })
        : empty(w.empty, w.emptyHint),
      can('read_shop_settings') ? deadLetters(app, dead) : null,
    ],
  };
}

function deadLetters(app, dead) {
  const { words, format, can } = app;
  const w = words.webhooks;
  const mayReplay = can('write_shop_settings');
  return sectionWith(
    w.dead,
    mayReplay && dead.length > 1 ? [button(w.replayAll, () => replayAll(app))] : [],
    element('p', { className: 'quiet' }, w.deadHint),
    dead.length
      ? table({
          caption: w.dead,
          rows: dead,
          columns: [
            { name: w.columns.topic, cell: (letter) => withSub(letter.topic, letter.reason) },
            {
              name: w.columns.order,
              wide: true,
              cell: (letter) => link(`/console/orders/${encodeURIComponent(letter.public_order_id)}`, words.open),
            },
            { name: w.columns.url, wide: true, grow: true, cell: (letter) => element('span', { className: 'cut' }, letter.destination) },
            { name: w.columns.reason, wide: true, cell: (letter) => element('span', { className: 'wrap' }, letter.reason) },
            { name: w.columns.at, wide: true, cell: (letter) => format.date(letter.at) },
            ...(mayReplay
              ? [
                  {
                    name: w.replay,
                    hidden: true,
                    end: true,
                    cell: (letter) =>
                      acting(app, { label: w.replay, busy: w.replaying, said: () => w.replayed }, () =>
                        app.api.post(app.api.ofShop(`/dead_letters/${encodeURIComponent(letter.id)}/replay`)),
                      ),
                  },
                ]
              : []),
          ],
        })
      : empty(w.noDead, w.noDeadHint),
  );
}

/** A webhook that was stopped is sent to again. */
const resume = (app, hook) =>
  acting(app, { label: app.words.webhooks.resume, busy: app.words.working, said: () => app.words.webhooks.resumed }, () =>
    app.api.patch(app.api.ofShop(`/webhooks/${encodeURIComponent(hook.id)}`), { status: 'active' }),
  );

async function replayAll(app) {
  const w = app.words.webhooks;
  const done = await app.dialog({
    title: w.replayAllTitle,
    confirm: w.replayAll,
    busy: w.replaying,
    content: [element('p', {}, w.replayAllSays)],
    async run() {
      while ((await app.api.post(app.api.ofShop('/dead_letters/replay'))).more);
      return true;
    },
  }).closed;
  if (done === null) return;
  toast(w.replayedAll);
  await app.refresh();
}

async function add(app) {
  const { api, words } = app;
  const w = words.webhooks;
  const topics = await api.get(api.ofShop('/webhooks/topics'));
  const topic = choice(
    'topic',
    topics.map((t) => [String(t.webhook_topic_id), t.webhook_topic_name]),
  );
  const url = field(w.url, input({ name: 'url', type: 'url', maxLength: 2048, required: true }), { check: webAddress(words) });
  const secret = field(w.secret, input({ name: 'secret', type: 'password', autocomplete: 'new-password', maxLength: 255 }));
  const done = await app.dialog({
    title: w.addTitle,
    confirm: w.add,
    busy: w.adding,
    content: [field(w.topic, topic).box, url.box, secret.box, element('p', { className: 'quiet' }, w.secretHint)],
    validate: () => allRight(url),
    run: () =>
      api.post(api.ofShop('/webhooks'), {
        webhook_topic_id: topic.value,
        callback_url: url.value,
        ...(secret.value ? { shared_secret: secret.value } : {}),
      }),
  }).closed;
  if (done === null) return;
  toast(w.added);
  await app.refresh();
}

async function edit(app, hook) {
  const { api, words } = app;
  const w = words.webhooks;
  const url = field(w.url, input({ name: 'url', type: 'url', maxLength: 2048, required: true, value: hook.callback_url }), {
    check: webAddress(words),
  });
  const done = await app.dialog({
    title: w.editTitle,
    confirm: words.save,
    busy: words.saving,
    content: [url.box],
    validate: () => allRight(url),
    run: () => api.patch(api.ofShop(`/webhooks/${encodeURIComponent(hook.id)}`), { callback_url: url.value }),
  }).closed;
  if (done === null) return;
  toast(w.changed);
  await app.refresh();
}

async function remove(app, hook) {
  const { api, words } = app;
  const w = words.webhooks;
  const done = await app.dialog({
    title: w.removeTitle,
    confirm: w.remove,
    busy: w.removing,
    tone: 'danger',
    content: [element('p', {}, w.removeSays(hook.callback_url))],
    run: () => api.remove(api.ofShop(`/webhooks/${encodeURIComponent(hook.id)}`)),
  }).closed;
  if (done === null) return;
  toast(w.removed);
  await app.go('/console/webhooks', { replace: true });
}

/** One webhook: what was sent to it and what it answered. */
export async function webhook(app) {
  const {
    api,
    words,
    format,
    can,
    parts: [id],
    query,
    url,
    signal,
  } = app;
  const w = words.webhooks;
  const [hooks, { deliveries, next }] = await Promise.all([
    api.get(api.ofShop('/webhooks'), {}, signal),
    api.get(api.ofShop(`/webhooks/${encodeURIComponent(id)}/deliveries`), { cursor: query.cursor }, signal),
  ]);
  const hook = hooks.find((h) => h.id === id);
  if (!hook) return null;
  const mayWrite = can('write_webhooks');
  const at = (path) => api.ofShop(`/webhooks/${encodeURIComponent(id)}${path}`);
  const actions = mayWrite
    ? [
        hook.status === 'stopped' ? resume(app, hook) : null,
        acting(app, { label: w.test, busy: w.testing, said: () => w.tested }, async () => {
          const tried = await api.post(at('/test'));
          if (tried?.status === 'failed') throw new Refused(422, [{ message: w.notTaken(tried.failure ?? '') }]);
        }),
        button(w.edit, () => edit(app, hook)),
        button(w.remove, () => remove(app, hook), { className: 'danger' }),
      ].filter(Boolean)
    : [];
  return {
    title: hook.webhook_topic_name,
    content: [
      pageHead(hook.webhook_topic_name, {
        beside: [pill(words, hook.status)],
        below: [element('p', { className: 'quiet wrap' }, hook.callback_url)],
        actions,
      }),
      hook.stopped_because ? element('p', { className: 'notice warning' }, w.stopped(hook.stopped_because)) : null,
      section(
        w.deliveries,
        deliveries.length
          ? table({
              caption: w.deliveries,
              rows: deliveries,
              columns: [
                { name: w.columns.at, cell: (d) => withSub(format.date(d.at), answerOf(d)) },
                { name: w.columns.status, cell: (d) => pill(words, d.status) },
                {
                  name: w.columns.reason,
                  wide: true,
                  grow: true,
                  cell: (d) => element('span', { className: 'wrap', title: d.response_excerpt ?? '' }, answerOf(d)),
                },
                {
                  name: w.columns.order,
                  wide: true,
                  cell: (d) =>
                    d.public_order_id ? link(`/console/orders/${encodeURIComponent(d.public_order_id)}`, words.open) : w.isTest,
                },
                { name: w.columns.attempts, wide: true, end: true, cell: (d) => format.number(d.attempt) },
                ...(mayWrite
                  ? [
                      {
                        name: w.resend,
                        hidden: true,
                        end: true,
                        cell: (d) =>
                          d.public_order_id
                            ? acting(app, { label: w.resend, busy: w.resending, said: () => w.resent }, () =>
                                api.post(at(`/deliveries/${encodeURIComponent(d.id)}/resend`)),
                              )
                            : '',
                      },
                    ]
                  : []),
              ],
            })
          : empty(w.noDeliveries, w.noDeliveriesHint),
      ),
      pager(words, url, next),
    ],
  };
}

const answerOf = (delivery) => delivery.failure ?? [delivery.http_status, `${delivery.latency_ms} ms`].filter(Boolean).join(' · ');
