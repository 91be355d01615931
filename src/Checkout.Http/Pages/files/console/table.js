// Lists: a table whose rows open by click, Enter, j and k; its next page is a link.
import { element } from '../shared/element.js';

/**
 * @param columns {name, cell, end, wide}: `wide` ones are left out on phones.
 * @param href where a row leads; null for rows that lead nowhere.
 */
export function table({ caption, columns, rows, href = () => null }) {
  const head = element(
    'tr',
    {},
    ...columns.map((c) =>
      element('th', { scope: 'col', className: classOf(c) }, c.hidden ? element('span', { className: 'hidden-text' }, c.name) : c.name),
    ),
  );
  const body = element('tbody', {}, ...rows.map((row) => line(columns, row, href(row))));
  return element(
    'table',
    { className: 'table' },
    element('caption', { className: 'hidden-text' }, caption),
    element('thead', {}, head),
    body,
  );
}

const classOf = (column) => [column.end ? 'end' : '', column.wide ? 'wide' : '', column.grow ? 'grow' : ''].filter(Boolean).join(' ');

function line(columns, row, address) {
  const cells = columns.map((column, at) => {
    const content = [column.cell(row)].flat();
    return element(
      'td',
      { className: classOf(column) },
      ...(at === 0 && address ? [element('a', { href: address, className: 'row-link' }, ...content)] : content),
    );
  });
  const tr = element('tr', { className: address ? 'opens' : '' }, ...cells);
  if (address)
    tr.addEventListener('click', (event) => {
      if (event.target.closest('a, button, input, select, label, summary')) return;
      if (getSelection()?.toString()) return;
      tr.querySelector('.row-link').click();
    });
  return tr;
}

/** The row's first line, and a second one that only phones show. */
export const withSub = (first, ...sub) => [element('span', { className: 'first' }, first), element('span', { className: 'sub' }, ...sub)];

/** Links to the next page and back to the first. */
export function pager(words, url, next) {
  const first = new URL(url),
    following = new URL(url);
  first.searchParams.delete('cursor');
  following.searchParams.set('cursor', next ?? '');
  const links = [
    url.searchParams.has('cursor') ? element('a', { className: 'button', href: first.pathname + first.search }, words.first) : null,
    next ? element('a', { className: 'button', href: following.pathname + following.search, rel: 'next' }, words.next) : null,
  ].filter(Boolean);
  return links.length ? element('nav', { className: 'row pager', 'aria-label': words.next }, ...links) : null;
}

/** j and k go from row to row. */
export function moveInTables(step) {
  const links = [...document.querySelectorAll('main .row-link')];
  const at = links.indexOf(document.activeElement);
  links[Math.max(0, Math.min(links.length - 1, at === -1 ? (step > 0 ? 0 : links.length - 1) : at + step))]?.focus();
}
