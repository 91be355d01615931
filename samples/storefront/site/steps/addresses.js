import { buildAddressBatchRequest } from '../vendor/checkout-library.js';
import { call } from '../api.js';
import { clearErrors, missingFields, showErrors } from '../form.js';
import { addressFields } from './address-fields.js';
import { retax } from '../summary.js';

/** Both addresses, saved in one batch: either both are taken or the page says which was not. */
export function addresses(page) {
  const form = document.getElementById('address-form');
  const same = document.getElementById('same-billing');
  const billingSet = document.getElementById('billing-address');
  const shippingSet = document.getElementById('shipping-address');
  const shipping = addressFields(shippingSet, 'shipping');
  const billing = addressFields(billingSet, 'billing');

  same.addEventListener('change', arrange);

  function arrange() {
    const ships = page.needsShipping();
    shippingSet.hidden = !ships;
    same.closest('label').hidden = !ships;
    billingSet.hidden = ships && same.checked;
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    clearErrors(form);
    page.alert();
    const missing = missingFields(form);
    if (missing.length > 0) return showErrors(form, missing);

    const ships = page.needsShipping();
    const requests = [];
    if (ships) requests.push(['shipping', shipping.read()]);
    requests.push(['billing', ships && same.checked ? shipping.read() : billing.read()]);
    const changes = requests
      .map(([kind, address]) => ({ kind, request: buildAddressBatchRequest(address, kind) }))
      .filter(({ request }) => request !== null);

    if (changes.length > 0) {
      const saved = await call('Saving your addresses', 'batchRequest', changes.map(({ request }) => request));
      if (!saved.ok) return page.alert(showErrors(form, refusals(saved, changes), inForm));
      if (!ships) await retax(page);
    }
    await page.go('shipping');
  });

  /** A batch stops at the first refusal; its errors are those of one address. */
  function refusals(saved, changes) {
    const at = saved.response?.data?.findIndex?.((part) => part.errors) ?? -1;
    if (at < 0) return saved.errors;
    return saved.response.data[at].errors.map((e) => ({ ...e, kind: changes[at].kind }));
  }

  /** The billing address that the shopper sees may be the shipping address. */
  function inForm(field, error) {
    if (!error.kind) return field;
    const kind = error.kind === 'billing' && !billingSet.hidden ? 'billing' : 'shipping';
    const name = field === 'province' ? 'province_code' : field === 'country' ? 'country_code' : field;
    return `${kind}-${name}`;
  }

  return {
    name: 'addresses',
    title: 'Addresses',
    enter() {
      const { customer, addresses: known } = page.state();
      const names = { first_name: customer.first_name, last_name: customer.last_name };
      shipping.write(known.shipping.country_code ? known.shipping : names);
      billing.write(known.billing.country_code ? known.billing : names);
      same.checked = !known.billing.country_code || JSON.stringify(shipping.read()) === JSON.stringify(billing.read());
      arrange();
    },
  };
}
