// What was done, said once and gone by itself; screen readers hear it from the live region.
import { element } from './element.js';

const shown = 6000;

export function toast(text) {
  const live = document.getElementById('live');
  if (live) live.textContent = text;
  const box = element('div', { className: 'toast', 'aria-hidden': 'true' }, text);
  document.querySelectorAll('.toast').forEach((old) => old.remove());
  document.body.append(box);
  setTimeout(() => box.remove(), shown);
}
