import { element } from '../form.js';
import { order } from '../shop.js';

/** One address in a fieldset: fields, and what the country chosen asks for. */
export function addressFields(fieldset, kind) {
  fieldset.append(document.getElementById('address-fields').content.cloneNode(true));
  const inputs = {};
  for (const input of fieldset.querySelectorAll('[name]')) {
    inputs[input.name] = input;
    input.id = `${kind}-${input.name}`;
    input.name = input.id;
    input.autocomplete = `${kind} ${input.autocomplete}`;
    input.closest('.field').querySelector('label').htmlFor = input.id;
  }
  inputs.country_code.addEventListener('change', () => follow(''));

  const countries = () => order.initial.country_info.filter((c) => c[`valid_for_${kind}`]);
  const country = () => countries().find((c) => c.iso_code === inputs.country_code.value);
  const provinces = () => country()?.provinces.filter((p) => p[`valid_for_${kind}`]) ?? [];

  /** Provinces, their name and the postal code go with the country. */
  function follow(province) {
    const chosen = country();
    const shown = Boolean(chosen?.show_province) && provinces().length > 0;
    show('province', shown);
    show('postal_code', chosen?.show_postal_code ?? true);
    field('province').querySelector('label').firstChild.textContent = chosen?.province_label || 'Province';
    inputs.province_code.replaceChildren(new Option('Choose…', ''), ...provinces().map((p) => new Option(p.name, p.iso_code)));
    inputs.province_code.value = shown ? province : '';
  }

  function settings() {
    const { company_name_option: company, phone_number_required: phone } = order.initial.general_settings.checkout_process;
    show('business_name', company !== 'hidden');
    require('business_name', company === 'required');
    require('phone_number', phone);
  }

  function require(name, needed) {
    inputs[name].required = needed;
    inputs[name].closest('.field').querySelector('.optional').hidden = needed;
  }

  const field = (name) => fieldset.querySelector(`[data-of="${name}"]`);
  const show = (name, shown) => (field(name).hidden = !shown);

  return {
    write(address) {
      settings();
      inputs.country_code.replaceChildren(...countries().map((c) => element('option', { value: c.iso_code }, c.name)));
      for (const [name, input] of Object.entries(inputs)) {
        if (input instanceof HTMLInputElement) input.value = address[name] ?? '';
      }
      const preferred = address.country_code || 'CA';
      inputs.country_code.value = countries().some((c) => c.iso_code === preferred) ? preferred : countries()[0]?.iso_code ?? '';
      follow(address.province_code ?? '');
    },

    /** Every field of an address, in the API's names. */
    read() {
      const text = (name) => (inputs[name].closest('[data-of][hidden]') ? '' : inputs[name].value.trim());
      return {
        first_name: text('first_name'),
        last_name: text('last_name'),
        address_line_1: text('address_line_1'),
        address_line_2: text('address_line_2'),
        country: country()?.name ?? '',
        city: text('city'),
        province: provinces().find((p) => p.iso_code === text('province_code'))?.name ?? '',
        country_code: text('country_code'),
        province_code: text('province_code'),
        postal_code: text('postal_code'),
        business_name: text('business_name'),
        phone_number: text('phone_number'),
      };
    },
  };
}
