// Tries out what the shop's document sets up: a letter by its mail server, an event by a plugin.
import { element } from '../shared/element.js';
import { allRight, field, input } from '../shared/field.js';
import { isMail } from '../shared/mail.js';
import { toast } from '../shared/toast.js';
import { Refused } from './api.js';
import { choice } from './parts.js';

export async function testLetter(app) {
  const { api, words } = app;
  const w = words.shop;
  const { letters, can_send: canSend } = await api.get(api.ofShop('/letters'));
  const kind = choice(
    'kind',
    letters.map((letter) => [letter.kind, words.dialogs.letters[letter.kind] ?? letter.kind.replaceAll('_', ' ')]),
  );
  const to = field(w.testTo, input({ name: 'to', type: 'email', maxLength: 255, required: true }), {
    check: (text) => (isMail(text) ? null : w.badEmail),
  });
  const done = await app.dialog({
    title: w.testLetter,
    confirm: words.dialogs.letterButton,
    busy: words.dialogs.sending,
    content: [
      field(words.dialogs.letterKind, kind).box,
      to.box,
      element('p', { className: canSend ? 'quiet' : 'notice warning' }, canSend ? w.testLetterSays : w.noMail),
    ],
    validate: () => allRight(to),
    run: () => api.post(api.ofShop(`/letters/${encodeURIComponent(kind.value)}/test`), { email_address: to.value }),
  }).closed;
  if (done !== null) toast(w.testLetterSent(to.value));
}

export async function testPlugin(app) {
  const { api, words } = app;
  const w = words.shop;
  const plugins = await api.get(api.ofShop('/plugins'));
  if (plugins.length === 0) {
    toast(w.noPlugins);
    return;
  }
  const events = [...new Set(plugins.flatMap((plugin) => plugin.events))].filter((event) => event !== 'app_hook');
  const plugin = choice(
    'plugin',
    plugins.map((p) => [p.uuid, p.name || p.uuid]),
  );
  const event = choice(
    'event',
    events.map((name) => [name, name]),
  );
  const order = field(w.testOrder, input({ name: 'order', maxLength: 255, required: true }), {
    check: (text) => (text ? null : words.needed),
  });
  const simulated = await app.dialog({
    title: w.testPlugin,
    confirm: w.test,
    busy: words.dialogs.sending,
    content: [field(w.plugin, plugin).box, field(w.event, event).box, order.box, element('p', { className: 'quiet' }, w.testPluginSays)],
    validate: () => allRight(order),
    async run() {
      const { orders } = await api.get(api.ofOrders(), { search: order.value, limit: 1 });
      if (orders.length === 0) throw new Refused(404, [{ message: w.noSuchOrder }]);
      return api.postOnce(api.ofShop(`/plugins/${encodeURIComponent(plugin.value)}/simulate`), {
        event: event.value,
        public_order_id: orders[0].public_order_id,
      });
    },
  }).closed;
  if (simulated !== null) await show(app, simulated);
}

/** What the plugin answered, and what would come of it. */
async function show(app, simulated) {
  const { words } = app;
  const w = words.shop;
  const skipped = simulated.answer.skipped_because ?? simulated.refused_because;
  const actions = simulated.actions.map((action) =>
    element('li', {}, `${action.type}: ${action.applies ? w.applies(action.changes.length) : action.refused_because.join(' ')}`),
  );
  await app.dialog({
    title: w.testPlugin,
    cancel: words.close,
    confirm: words.close,
    run: async () => true,
    content: [
      element('p', { className: skipped ? 'notice warning' : 'strong' }, skipped ? w.skipped(skipped) : w.answered(actions.length)),
      element('ul', { className: 'plain-list' }, ...actions),
    ],
  }).closed;
}
