// The order beside the form: lines, discount code, totals. One column folds it to a line with the total.
import { element } from '../shared/element.js';

export function summary(page, box) {
  const { words } = page;
  let folded = true;
  const codeInput = element('input', { id: 'code', name: 'code', autocomplete: 'off', autocapitalize: 'characters', spellcheck: false });
  const codeError = element('p', { className: 'error', id: 'code-error' });
  const codeForm = element('form', { className: 'code' },
    element('div', { className: 'field' }, element('label', { htmlFor: 'code' }, words.code), codeInput),
    element('button', { className: 'button' }, words.apply), codeError);
  codeForm.addEventListener('submit', (event) => {
    event.preventDefault();
    if (codeInput.value.trim()) enter(codeInput.value.trim());
  });

  async function enter(code) {
    const answer = await page.api.post('/discounts', { code });
    say(answer);
    if (answer.ok) codeInput.value = '';
    await page.changed(answer);
  }

  async function remove(code) {
    await page.changed(await page.api.remove('/discounts', { code }));
    codeInput.focus();
  }

  function say(answer) {
    codeError.textContent = answer.ok ? '' : answer.errors[0]?.message ?? words.lost;
    codeInput.toggleAttribute('aria-invalid', !answer.ok);
    if (answer.ok) codeInput.removeAttribute('aria-describedby');
    else codeInput.setAttribute('aria-describedby', codeError.id);
  }

  function line({ product_data: product }) {
    return element('li', {},
      product.image_url ? element('img', { src: product.image_url, alt: '', width: 64, height: 64, loading: 'lazy' }) : element('span', { className: 'noimage' }),
      element('div', {},
        element('p', { className: 'title' }, product.product_title || product.title),
        product.title && product.product_title && product.title !== product.product_title ? element('p', { className: 'quiet' }, product.title) : null,
        element('p', { className: 'quiet' }, words.quantity(product.quantity))),
      element('span', { className: 'amount' }, page.money(product.total_price)));
  }

  const row = (name, amount, className) => element('div', className ? { className } : {}, element('dt', {}, name), element('dd', { className: 'amount' }, amount));

  function totals(state) {
    const subtotal = state.line_items.reduce((sum, { product_data: p }) => sum + p.total_price, 0);
    const selected = state.shipping.selected_shipping?.description !== undefined ? state.shipping.selected_shipping : null;
    const discounts = [...state.discounts, ...state.line_items.flatMap((l) => l.discounts), ...state.shipping.discounts];
    const taxes = [...state.taxes, ...state.line_items.flatMap((l) => l.taxes), ...state.shipping.taxes].reduce((sums, tax) => {
      const name = tax.is_included ? words.included(tax.name) : tax.name;
      return sums.set(name, (sums.get(name) ?? 0) + tax.value);
    }, new Map());
    return element('dl', { className: 'totals' },
      row(words.subtotal, page.money(subtotal)),
      ...state.fees.map((fee) => row(fee.line_text, page.money(fee.value))),
      ...discounts.filter((d) => d.value).map((d) => row(d.text || d.code || words.discount, page.money(-d.value))),
      selected ? row(words.shipping, selected.amount ? page.money(selected.amount) : words.free) : null,
      ...[...taxes].map(([name, value]) => row(name, page.money(value))),
      row(words.total, page.money(state.order_total), 'total'));
  }

  // The code that is being typed stays where it is while all around it is drawn again.
  const toggle = element('button', { type: 'button' });
  const lines = element('ul', { className: 'lines' });
  const entered = element('ul', { className: 'tags' });
  const sums = element('div', {});
  toggle.addEventListener('click', () => {
    folded = !folded;
    draw();
  });
  box.replaceChildren(toggle, element('div', { className: 'inside' },
    element('h2', { className: 'hidden-text' }, words.summary), lines, codeForm, entered, sums));

  function draw() {
    const state = page.state;
    const codes = [...new Set([...state.discounts, ...state.line_items.flatMap((l) => l.discounts)].map((d) => d.code).filter(Boolean))];
    toggle.replaceChildren(element('span', {}, folded ? words.showSummary : words.hideSummary), element('span', { className: 'amount' }, page.money(state.order_total)));
    toggle.setAttribute('aria-expanded', String(!folded));
    lines.replaceChildren(...state.line_items.filter((l) => l.product_data.visible !== false).map(line));
    codeForm.hidden = state.is_processed;
    entered.hidden = codes.length === 0 || state.is_processed;
    entered.replaceChildren(...codes.map((code) => element('li', { className: 'tag' }, code,
      element('button', { type: 'button', ariaLabel: words.remove(code), onclick: () => remove(code) }, '×'))));
    sums.replaceChildren(totals(state));
  }

  return { draw };
}
