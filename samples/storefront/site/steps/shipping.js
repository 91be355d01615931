import { call, say } from '../api.js';
import { element } from '../form.js';
import { money } from '../money.js';
import { retax } from '../summary.js';

export function shipping(page) {
  const form = document.getElementById('shipping-form');
  const box = document.getElementById('shipping-lines');
  const chosen = () => page.state().shipping.selected_shipping?.id;
  let saving = Promise.resolve();

  // Arrow keys walk through radio buttons quickly: choices are saved one after the other, the last one wins.
  box.addEventListener('change', () => {
    saving = saving.then(choose);
  });

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    await saving;
    if (chosen()) await page.go('payment');
    else page.alert([{ message: 'Choose how your order should travel.' }]);
  });

  async function choose() {
    const id = form.elements.shipping_line.value;
    if (id === chosen()) return;
    const changed = await call('Saving your choice', 'changeShippingLine', id);
    page.alert(changed.errors);
    if (changed.ok) await retax(page);
    page.redraw();
    say('The total was updated.');
  }

  function drawLines() {
    const { shipping: { available_shipping_lines: lines }, currency } = page.state();
    const focused = document.activeElement?.value;
    box.replaceChildren(...lines.map((line) => element('label', { className: 'choice' },
      element('input', { type: 'radio', name: 'shipping_line', value: line.id, checked: line.id === chosen() }),
      element('span', {}, line.description),
      element('span', { className: 'amount' }, line.amount === 0 ? 'Free' : money(line.amount, currency.iso_code)))));
    if (focused) box.querySelector(`input[value="${CSS.escape(focused)}"]`)?.focus();
  }

  return {
    name: 'shipping',
    title: 'Shipping',
    async enter() {
      const listed = await call('Looking for ways to ship', 'getShippingLines');
      if (!listed.ok) return page.alert(listed.errors);
      drawLines();
      const [first] = page.state().shipping.available_shipping_lines;
      if (!first) return page.alert([{ message: 'We cannot ship to this address.' }]);
      if (chosen()) return retax(page);
      box.querySelector('input').checked = true;
      saving = saving.then(choose);
      await saving;
    },
  };
}
