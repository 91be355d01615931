import { call, say } from '../api.js';
import { element } from '../form.js';
import { money } from '../money.js';
import { products } from '../shop.js';
import { nameOf, retax, tile } from '../summary.js';

export function cart(page) {
  let shelf = [];
  const next = document.getElementById('cart-continue');

  next.addEventListener('click', async () => {
    const checked = await call('Checking the stock', 'checkInventory', 'initial');
    const short = checked.response?.data?.inventory_check;
    if (short?.result === 'fail') return page.alert(short.failed_items.map((item) => ({ message: outOfStock(item) })));
    if (!checked.ok) return page.alert(checked.errors);
    await page.go('customer');
  });

  async function change(what, focus, name, ...parameters) {
    const changed = await call(what, name, ...parameters);
    if (changed.ok) await retax(page);
    page.redraw();
    page.alert(changed.errors);
    if (changed.ok) say('Your cart was updated.');
    (document.getElementById(focus) ?? next).focus();
  }

  const setQuantity = (line, quantity, focus) => (quantity === 0
    ? change('Removing it', focus, 'deleteLineItem', { line_item_key: line.line_item_key, quantity: line.quantity })
    : change('Changing the quantity', focus, 'updateLineItemQuantity', line.line_item_key, quantity));

  function add({ sku }) {
    const key = `${sku}-${Date.now().toString(36)}`;
    return change('Adding it', `more-${key}`, 'addLineItem', { sku, quantity: 1, line_item_key: key });
  }

  function outOfStock(item) {
    const line = page.state().line_items.map((l) => l.product_data)
      .find((l) => [l.variant_id, l.id, l.sku].includes(item.platform_variant_id));
    return `${line ? nameOf(line) : 'One product'}: ${item.available_quantity} left in stock.`;
  }

  function drawLine(line) {
    const { iso_code: currency } = page.state().currency;
    const title = nameOf(line);
    const key = line.line_item_key;
    const step = (label, by, sign) => element('button', {
      type: 'button', id: `${by > 0 ? 'more' : 'less'}-${key}`, ariaLabel: `${label}: ${title}`,
      onclick: (event) => setQuantity(line, line.quantity + by, event.currentTarget.id),
    }, sign);
    return element('li', {},
      tile(line),
      element('span', { className: 'name' }, title),
      element('span', { className: 'amount' }, money(line.total_price, currency)),
      element('span', { className: 'tools' },
        element('span', { className: 'stepper' },
          step('One less', -1, '−'), element('output', { ariaLabel: `Quantity of ${title}` }, String(line.quantity)), step('One more', 1, '+')),
        element('button', { type: 'button', className: 'quiet', ariaLabel: `Remove ${title}`, onclick: () => setQuantity(line, 0, '') }, 'Remove')));
  }

  function drawShelf() {
    const { iso_code: currency } = page.state().currency;
    const taken = new Set(page.state().line_items.map((line) => line.product_data.sku));
    document.getElementById('shelf').replaceChildren(...shelf.filter((product) => !taken.has(product.sku)).map((product) => element('li', {},
      tile(product),
      element('span', {}, product.title, element('br'), element('span', { className: 'muted amount' }, money(product.price, currency))),
      element('button', { type: 'button', className: 'secondary', id: `add-${product.sku}`, ariaLabel: `Add ${product.title}`, onclick: () => add(product) }, 'Add'))));
  }

  return {
    name: 'cart',
    title: 'Cart',
    draw() {
      const lines = page.state().line_items.map((line) => line.product_data);
      document.getElementById('cart-lines').replaceChildren(...lines.map(drawLine));
      document.getElementById('cart-empty').hidden = lines.length > 0;
      next.hidden = lines.length === 0;
      drawShelf();
    },
    async enter() {
      if (shelf.length === 0) shelf = await products();
      document.getElementById('shelf-title').hidden = shelf.length === 0;
    },
  };
}
