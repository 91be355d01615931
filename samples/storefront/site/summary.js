import { call, say } from './api.js';
import { element, missingFields, showErrors, clearErrors } from './form.js';
import { money } from './money.js';

/** The order beside the steps: lines, discount code, totals. */
export function summary(page) {
  const form = document.getElementById('discount-form');
  form.elements.code.required = true;

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    clearErrors(form);
    const missing = missingFields(form);
    if (missing.length > 0) return showErrors(form, missing);
    const added = await call('Checking the code', 'addDiscount', form.elements.code.value.trim());
    if (!added.ok) return page.alert(showErrors(form, added.errors, () => 'code'));
    form.reset();
    await retax(page);
    say('The discount was applied.');
    page.redraw();
  });

  async function remove(code) {
    const removed = await call('Removing the code', 'deleteDiscount', code);
    page.alert(removed.errors);
    if (removed.ok) await retax(page);
    page.redraw();
    form.elements.code.focus();
  }

  return () => draw(page.state(), remove);
}

/** Taxes are never recalculated by themselves: whoever changes what is taxed asks again. */
export async function retax(page) {
  const { addresses: { shipping, billing } } = page.state();
  if (!shipping.country_code && !billing.country_code) return;
  const taxed = await call('Working out the taxes', 'setTaxes');
  if (!taxed.ok) page.alert(taxed.errors);
}

function draw(state, remove) {
  const { iso_code: currency } = state.currency;
  const show = (amount) => money(amount, currency);
  const lines = state.line_items.map((line) => line.product_data);

  document.getElementById('summary-total').textContent = show(state.order_total);
  document.getElementById('summary-lines').replaceChildren(...lines.map((line) => element('li', {},
    tile(line),
    element('span', {}, `${nameOf(line)} × ${line.quantity}`),
    element('span', { className: 'amount' }, show(line.total_price)))));

  document.getElementById('discount-form').hidden = state.is_processed;
  document.getElementById('discounts').replaceChildren(...state.discounts.filter((d) => d.code).map((discount) => element('li', {},
    discount.text || discount.code,
    ...(state.is_processed ? [] : [element('button', {
      type: 'button', className: 'quiet', ariaLabel: `Remove discount ${discount.code}`, onclick: () => remove(discount.code),
    }, 'Remove')]))));

  const rows = [['Subtotal', sum(lines, 'total_price')]];
  for (const fee of state.fees) rows.push([fee.line_text, fee.value]);
  for (const line of state.line_items) for (const fee of line.fees) rows.push([fee.name, fee.amount]);
  if (state.shipping.selected_shipping?.id) rows.push([state.shipping.selected_shipping.description, state.shipping.selected_shipping.amount]);
  for (const discount of state.discounts) rows.push([discount.text || discount.code, -discount.value]);
  for (const tax of state.taxes) rows.push([tax.is_included ? `${tax.name} (included)` : tax.name, tax.value]);
  rows.push(['Total', state.order_total, 'grand']);
  if (state.payments.length > 0 && state.order_balance > 0) rows.push(['Still to pay', state.order_balance]);
  document.getElementById('totals').replaceChildren(...rows.flatMap(([name, amount, style = '']) => [
    element('dt', { className: style }, name),
    element('dd', { className: `amount ${style}` }, show(amount)),
  ]));
}

const sum = (list, key) => list.reduce((total, entry) => total + entry[key], 0);

/** The product's picture, or its first letter while there is none; the name is beside it. */
export function tile(product) {
  const letter = nameOf(product).slice(0, 1).toUpperCase();
  const box = element('span', { className: 'tile', ariaHidden: 'true' });
  if (product.image_url) box.append(element('img', { src: product.image_url, alt: '', onerror: () => box.replaceChildren(letter) }));
  else box.append(letter);
  return box;
}

/** Product and variant, such as "Cheese Grater, Small". */
export const nameOf = ({ product_title: product, title }) => [...new Set([product, title])].filter(Boolean).join(', ');
