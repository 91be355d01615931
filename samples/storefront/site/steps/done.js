import { element } from '../form.js';
import { money } from '../money.js';
import { order } from '../shop.js';

export function done(page) {
  return {
    name: 'done',
    draw() {
      const state = page.state();
      const number = order.state?.platform_order_id || order.state?.order_id || order.data.application_state.order_id;
      const { shipping } = state.addresses;
      document.getElementById('done-lead').textContent =
        `${state.customer.first_name}, your order is in. A receipt goes to ${state.customer.email_address}.`;
      const facts = [['Order', String(number)]];
      if (shipping.country_code) facts.push(['Ships to', lines(shipping)]);
      if (state.shipping.selected_shipping?.description) facts.push(['By', state.shipping.selected_shipping.description]);
      facts.push(['Paid', money(state.order_total, state.currency.iso_code)]);
      document.getElementById('done-facts').replaceChildren(...facts.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]));
    },
  };
}

const lines = (address) => [
  `${address.first_name} ${address.last_name}`,
  address.address_line_1,
  address.address_line_2,
  [address.city, address.province_code, address.postal_code].filter(Boolean).join(' '),
  address.country,
].filter(Boolean).join('\n');
