import { call } from '../api.js';
import { clearErrors, missingFields, showErrors } from '../form.js';

export function customer(page) {
  const form = document.getElementById('customer-form');
  const fields = form.elements;

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    clearErrors(form);
    const missing = missingFields(form);
    if (missing.length > 0) return showErrors(form, missing);

    const known = page.state().customer.email_address;
    const saved = await call('Saving your details', known ? 'updateCustomer' : 'addGuestCustomer',
      fields.first_name.value.trim(), fields.last_name.value.trim(), fields.email_address.value.trim(), fields.accepts_marketing.checked);
    if (!saved.ok) return page.alert(showErrors(form, saved.errors, (field) => (field === 'email' ? 'email_address' : field)));
    await page.go('addresses');
  });

  return {
    name: 'customer',
    title: 'Details',
    enter() {
      const { customer: who } = page.state();
      if (!who.email_address) return;
      for (const name of ['email_address', 'first_name', 'last_name']) fields[name].value = who[name];
      fields.accepts_marketing.checked = who.accepts_marketing;
    },
  };
}
