// The shop's document, guarded by its ETag: nobody's change is overwritten unseen, and what is wrong is said with its path.
import { element } from '../shared/element.js';
import { toast } from '../shared/toast.js';
import { Refused } from './api.js';
import { button, pageHead } from './parts.js';
import { testLetter, testPlugin } from './shop-tests.js';

export async function shop(app) {
  const { api, words, can, signal } = app;
  const w = words.shop;
  const at = api.ofShop('/settings');
  let { data, etag } = await api.call('GET', at, { signal, isSafe: true });
  const written = (document) => `${JSON.stringify(document, null, 2)}\n`;
  let known = written(data);
  const mayWrite = can('write_shop_settings');

  const text = element('textarea', {
    name: 'document',
    className: 'document',
    spellcheck: false,
    autocapitalize: 'off',
    value: known,
    readOnly: !mayWrite,
    rows: 30,
    wrap: 'off',
    'aria-label': w.document,
  });
  const problems = element('div', { className: 'problems', role: 'alert' });
  const state = element('span', { className: 'quiet', role: 'status' });
  const save = button(words.save, () => keep(), { className: 'primary' });
  const discard = button(w.discard, () => {
    text.value = known;
    problems.replaceChildren();
    follow();
  });
  const sections = element(
    'nav',
    { className: 'sections', 'aria-label': w.sections },
    ...Object.keys(data).map((key) => element('button', { type: 'button', className: 'chip', onclick: () => find([key]) }, key)),
  );
  let isBusy = false;

  /** Puts the cursor on a field of the document. */
  function find(path) {
    let place = 0;
    for (const part of path) {
      const found = text.value.indexOf(`"${part}"`, place);
      if (found < 0) break;
      place = found;
    }
    text.focus();
    text.setSelectionRange(place, place);
    const line = text.value.slice(0, place).split('\n').length;
    text.scrollTop = Math.max(0, (line - 3) * parseFloat(getComputedStyle(text).lineHeight));
  }

  function follow() {
    const isChanged = text.value !== known;
    state.textContent = isChanged ? w.unsaved : '';
    discard.hidden = !isChanged;
    save.disabled = !isChanged;
  }

  const complain = (intro, entries, ...next) => {
    problems.replaceChildren(
      element('div', { className: 'notice danger' }, element('p', {}, intro), element('ul', {}, ...entries), ...next),
    );
    problems.scrollIntoView({ block: 'nearest' });
  };

  async function keep() {
    if (isBusy) return;
    problems.replaceChildren();
    try {
      JSON.parse(text.value);
    } catch (error) {
      complain(w.badJson(error.message), []);
      return;
    }
    isBusy = true;
    save.textContent = words.saving;
    try {
      const saved = await api.call('PUT', at, { body: text.value, headers: { 'if-match': etag } });
      ({ data, etag } = saved);
      known = written(data);
      text.value = known;
      toast(w.saved);
    } catch (error) {
      if (error instanceof Refused && error.status === 412)
        complain(
          w.changed,
          [],
          button(w.reload, () => app.refresh()),
        );
      else if (error instanceof Refused && error.errors.length)
        complain(
          w.problems,
          error.errors.map((e) =>
            element(
              'li',
              {},
              e.field
                ? element(
                    'button',
                    {
                      type: 'button',
                      className: 'button link',
                      onclick: () => find(e.field.split(/[.[\]]+/).filter((p) => p && !/^\d+$/.test(p))),
                    },
                    e.field,
                  )
                : '',
              ` ${e.message}`,
            ),
          ),
        );
      else complain(app.explain(error), []);
    } finally {
      isBusy = false;
      save.textContent = words.save;
      follow();
    }
  }

  text.addEventListener('input', follow);
  text.addEventListener('keydown', (event) => {
    if ((event.metaKey || event.ctrlKey) && event.key === 's' && mayWrite) {
      event.preventDefault();
      keep();
    }
  });
  follow();
  return {
    title: w.title,
    content: [
      pageHead(w.title, {
        below: [element('p', { className: 'quiet' }, mayWrite ? w.hint : w.readOnly)],
        actions: mayWrite
          ? [
              state,
              button(w.testLetter, () => testLetter(app)),
              can('read_orders') ? button(w.testPlugin, () => testPlugin(app)) : null,
              discard,
              save,
            ].filter(Boolean)
          : [],
      }),
      problems,
      sections,
      text,
    ],
  };
}
