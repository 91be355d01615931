// Who did what, and when; the gateway's reference leads to the gateway.
import { element } from '../shared/element.js';
import { copyable, sectionWith, button } from './parts.js';
import { addNote } from './order-actions.js';

const dashboard = 'https://dashboard.stripe.com';
const pages = { pi: 'payments', ch: 'payments', py: 'payments', dp: 'disputes', du: 'disputes' };

/** Where the gateway shows it; null for gateways without such a page. */
const placeOf = (reference) => {
  const [, kind] = /^(pi|ch|py|re|dp|du)_/.exec(reference) ?? [];
  if (!kind) return null;
  return pages[kind] ? `${dashboard}/${pages[kind]}/${reference}` : `${dashboard}/search?query=${encodeURIComponent(reference)}`;
};

export function timeline(app, known) {
  const { words, format, can } = app;
  const w = words.timeline;
  const actor = (name) => (name.startsWith('plugin:') ? `${w.plugin} ${name.slice(7, 15)}` : (w.actors[name] ?? name));
  const spoken = (text) => text.replace(/[._]/g, ' ');
  const nameOf = (event) => w.events[event] ?? (event.startsWith('create_order.') ? w.command(spoken(event.slice(13))) : spoken(event));
  // The timeline says that there is a note, the order says which: they come in the same order.
  const noted = known.timeline.filter((e) => e.event === 'note.added').map((e) => e.number);
  const noteOf = (e) => (e.event === 'note.added' ? known.view.notes[noted.indexOf(e.number)]?.note : null);
  const entry = (e) =>
    element(
      'li',
      {},
      element(
        'div',
        { className: 'event' },
        element('span', { className: 'strong' }, nameOf(e.event)),
        e.amount === undefined ? null : element('span', { className: 'amount' }, format.money(e.amount, known.view.currency)),
      ),
      noteOf(e) ? element('p', { className: 'quote' }, noteOf(e)) : null,
      element(
        'details',
        { className: 'raw' },
        element(
          'summary',
          { className: 'quiet', title: w.raw },
          actor(e.actor),
          ' · ',
          element('time', { dateTime: e.at, title: format.date(e.at) }, format.short(e.at)),
          element('span', { className: 'hidden-text' }, ` · ${w.raw}`),
        ),
        element('pre', { tabIndex: 0 }, JSON.stringify(e, null, 2)),
      ),
      e.gateway_reference
        ? element(
            'p',
            { className: 'quiet reference' },
            copyable(words, e.gateway_reference),
            placeOf(e.gateway_reference)
              ? element('a', { href: placeOf(e.gateway_reference), target: '_blank', rel: 'noreferrer' }, words.open)
              : null,
          )
        : null,
    );
  const entries = [...known.timeline].sort((a, b) => b.number - a.number);
  return sectionWith(
    w.title,
    can('write_orders') ? [button(words.order.note, () => addNote(app, known), { className: 'link' })] : [],
    entries.length ? element('ol', { className: 'timeline' }, ...entries.map(entry)) : element('p', { className: 'quiet' }, w.empty),
  );
}
