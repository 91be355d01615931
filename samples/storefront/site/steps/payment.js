import { call, say } from '../api.js';
import { element } from '../form.js';
import { money } from '../money.js';
import { order } from '../shop.js';
import { cardFrame } from './card-frame.js';

export function payment(page) {
  const button = document.getElementById('place-order');
  const lead = document.getElementById('payment-lead');
  const frame = cardFrame(document.getElementById('card-frame'), { added: add });

  button.addEventListener('click', async () => {
    const checked = await call('Checking the stock', 'checkInventory', 'final');
    if (checked.response?.data?.inventory_check?.result === 'fail') {
      return page.alert([{ message: 'Something in your cart has just sold out. Go back to your cart to change it.' }]);
    }
    await place();
  });

  async function place() {
    const placed = await call('Placing your order', 'processOrder');
    if (placed.status === 202) return confirm(placed.response.clientSecretToken);
    if (!placed.ok && !placed.errors.some((e) => e.field === 'is_processed')) return refused(placed.errors);
    Object.assign(order, { state: placed.response?.data?.application_state });
    await page.go('done');
  }

  /** The bank wants to see the shopper: the gateway's frame asks, then the order is placed again. */
  async function confirm(clientSecretToken) {
    say('Your bank asks you to confirm the payment.');
    button.hidden = document.getElementById('payments').hidden = true;
    const confirmed = await frame.confirm(clientSecretToken);
    document.getElementById('payments').hidden = false;
    if (confirmed) return place();
    // The frame says why, beside the card.
    await refused([]);
  }

  /** A payment that did not go through is taken off, so that another one can be tried. */
  async function refused(errors) {
    await call('Reading your order', 'getRefreshedApplicationState');
    const failed = errors.some((e) => e.field === 'payment') || errors.every((e) => !e.field);
    if (failed) for (const taken of page.state().payments) await call('Taking the card off', 'deletePayment', taken);
    arrange();
    page.alert(errors);
  }

  async function add(card) {
    const { currency, order_balance: due } = page.state();
    const added = await call('Adding your card', 'addPayment', {
      gateway_public_id: frame.gateway().public_id,
      token: card.token,
      type: card.type,
      display_string: card.display_string,
      amount: due,
      currency: currency.iso_code,
      retain: false,
    });
    page.alert(added.errors);
    arrange();
    if (added.ok) {
      say('Your card was added.');
      button.focus();
    }
  }

  async function remove(taken) {
    const removed = await call('Taking the card off', 'deletePayment', taken);
    page.alert(removed.errors);
    arrange();
  }

  /** A card frame while there is something to pay, the button once there is not. */
  function arrange() {
    const due = page.state().order_balance > 0;
    frame.show(due);
    lead.hidden = !due;
    button.hidden = due;
    page.redraw();
  }

  return {
    name: 'payment',
    title: 'Payment',
    draw() {
      const { payments, currency } = page.state();
      document.getElementById('payments').replaceChildren(...payments.map((taken) => element('li', {},
        element('span', {}, `${taken.display_string || 'Card'} · ${money(taken.amount, currency.iso_code)}`),
        element('button', { type: 'button', className: 'quiet', onclick: () => remove(taken) }, 'Use another card'))));
    },
    async enter() {
      button.hidden = true;
      const { payments: [only, ...others], order_balance: balance } = page.state();
      // The order changed after the card was given: the card pays what is due now.
      if (only && others.length === 0 && balance !== 0) await call('Updating the amount', 'updatePayment', { ...only, amount: only.amount + balance });
      arrange();
    },
  };
}
