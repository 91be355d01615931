// One order, read like a story: its money, its items, where they go; the timeline beside it.
import { element } from '../shared/element.js';
import { pageHead } from './parts.js';
import { identifiers, items, payments, people, refunds, shipments } from './order-chapters.js';
import { statusPills } from './orders.js';
import { actionsOf } from './order-actions.js';
import { timeline } from './timeline.js';

/** Everything the page and its dialogs need to know of an order, read at once. */
async function readOrder(api, id, signal) {
  const [read, history] = await Promise.all([api.get(api.ofOrder(id), {}, signal), api.get(api.ofOrder(id, '/timeline'), {}, signal)]);
  return {
    id,
    view: read.order,
    state: read.application_state,
    failed: read.failed_command,
    waiting: read.waiting_command,
    commands: read.commands ?? [],
    timeline: history.timeline,
  };
}

export async function order(app) {
  const {
    api,
    words,
    format,
    parts: [id],
    signal,
  } = app;
  const w = words.order;
  const known = await readOrder(api, id, signal);
  const { view, state } = known;
  const money = (minor) => format.money(minor, view.currency);
  const sum = (name) => view.payments.reduce((total, payment) => total + payment[name], 0);
  const due = state.order_balance;
  const figure = (name, amount, tone = '') =>
    element('div', { className: `figure ${tone}` }, element('dt', {}, name), element('dd', {}, money(amount)));

  const at = view.placed_at ?? view.created_at;
  const head = pageHead(w.title(view.order_number), {
    beside: [element('span', { className: 'pills' }, ...statusPills(words, view))],
    below: [
      element(
        'p',
        { className: 'quiet' },
        element('time', { dateTime: at, title: format.ago(at) }, view.placed_at ? w.placed(format.date(at)) : w.begun(format.date(at))),
        view.customer_name ? ` · ${view.customer_name}` : '',
      ),
    ],
    actions: actionsOf(app, known),
  });
  return {
    title: w.title(view.order_number),
    content: [
      head,
      notices(words, known),
      element(
        'dl',
        { className: 'figures' },
        figure(w.total, view.order_total),
        figure(w.authorized, sum('authorized')),
        figure(w.captured, sum('captured')),
        figure(w.refunded, sum('refunded')),
        figure(w.due, due, due > 0 ? 'attention' : ''),
      ),
      element(
        'div',
        { className: 'story' },
        element(
          'div',
          { className: 'chapters' },
          items(app, known, money),
          payments(app, known),
          shipments(app, known),
          refunds(app, known, money),
        ),
        element('aside', { className: 'beside' }, timeline(app, known), people(app, known), identifiers(words, known)),
      ),
    ],
  };
}

function notices(words, { view, failed, waiting }) {
  const w = words.order;
  const stopped = failed ?? waiting;
  const said = [
    view.order_status === 'canceled' ? w.canceled(view.cancel_reason || words.none) : null,
    stopped ? [w.stoppedAt(stopped.command), ...stopped.errors.map((error) => error.message)].join(' ') : null,
    view.order_status === 'processing' ? w.processing : null,
  ].filter(Boolean);
  return said.length
    ? element(
        'div',
        { className: 'said' },
        ...said.map((text) => element('p', { className: `notice ${view.order_status === 'canceled' ? 'danger' : 'warning'}` }, text)),
      )
    : null;
}
