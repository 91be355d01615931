// A list's own search: what is typed goes into the address.
import { element } from '../shared/element.js';
import { icon } from './icons.js';

export function searchBar({ go }, label, { name, value = '', beside = [] }) {
  const box = element('input', {
    type: 'search',
    name,
    value: value ?? '',
    placeholder: label,
    'aria-label': label,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: false,
    enterKeyHint: 'search',
  });
  const form = element('form', { className: 'find list-find', role: 'search', 'aria-label': label }, icon('search'), box);
  const search = () => {
    const address = new URL(location.href);
    for (const other of [...address.searchParams.keys()]) address.searchParams.delete(other);
    if (box.value.trim()) address.searchParams.set(name, box.value.trim());
    return go(address.pathname + address.search);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    search();
  });
  // The little cross of the box empties it.
  box.addEventListener('search', () => box.value === '' && value && search());
  return element('div', { className: 'list-bar' }, form, ...beside);
}
