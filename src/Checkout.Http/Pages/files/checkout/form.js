// Address forms that follow the country.
import { element } from '../shared/element.js';
import { field, input } from '../shared/field.js';

const keys = ['first_name', 'last_name', 'business_name', 'address_line_1', 'address_line_2', 'city', 'province_code', 'postal_code', 'country_code', 'phone_number'];

/** The fields of an address, for the countries that `allows` says yes to. */
export function addressForm({ words, countries, settings, section, allows }) {
  const required = (text) => (text ? null : words.required);
  const auto = (name) => `${section} ${name}`;
  const offered = countries.filter(allows);
  const country = field(words.country, element('select', { autocomplete: auto('country'), name: 'country_code' },
    offered.length === 1 ? null : element('option', { value: '' }, words.choose),
    ...offered.map((c) => element('option', { value: c.iso_code }, c.name))), { check: required });
  const fields = {
    country_code: country,
    first_name: field(words.firstName, input({ autocomplete: auto('given-name'), name: 'first_name', autocapitalize: 'words' }), { check: required }),
    last_name: field(words.lastName, input({ autocomplete: auto('family-name'), name: 'last_name', autocapitalize: 'words' }), { check: required }),
    business_name: field(settings.company_name_option === 'required' ? words.company : words.companyOptional,
      input({ autocomplete: auto('organization'), name: 'business_name' }), { check: settings.company_name_option === 'required' ? required : undefined }),
    address_line_1: field(words.line1, input({ autocomplete: auto('address-line1'), name: 'address_line_1' }), { check: required }),
    address_line_2: field(words.line2, input({ autocomplete: auto('address-line2'), name: 'address_line_2' })),
    city: field(words.city, input({ autocomplete: auto('address-level2'), name: 'city' }), { check: required }),
    province_code: field(words.province, element('select', { autocomplete: auto('address-level1'), name: 'province_code' }), { check: required }),
    postal_code: field(words.postalCode, input({ autocomplete: auto('postal-code'), name: 'postal_code', autocapitalize: 'characters' }), { check: required }),
    phone_number: field(settings.phone_number_required ? words.phone : words.phoneOptional,
      input({ autocomplete: auto('tel'), name: 'phone_number', type: 'tel', inputMode: 'tel' }), { check: settings.phone_number_required ? required : undefined }),
  };
  const chosen = () => offered.find((c) => c.iso_code === fields.country_code.value);

  function follow() {
    const place = chosen();
    const provinces = place?.show_province ? place.provinces.filter((p) => allows(p)) : [];
    const kept = fields.province_code.value;
    fields.province_code.control.replaceChildren(element('option', { value: '' }, words.choose), ...provinces.map((p) => element('option', { value: p.iso_code }, p.name)));
    fields.province_code.value = provinces.some((p) => p.iso_code === kept) ? kept : '';
    if (place?.province_label) fields.province_code.label(place.province_label);
    fields.province_code.box.hidden = provinces.length === 0;
    fields.postal_code.box.hidden = place !== undefined && !place.show_postal_code;
  }

  country.control.addEventListener('change', follow);
  if (settings.company_name_option === 'hidden') fields.business_name.box.hidden = true;
  const box = element('div', { className: 'fields' });
  box.append(
    fields.country_code.box,
    element('div', { className: 'pair' }, fields.first_name.box, fields.last_name.box),
    fields.business_name.box, fields.address_line_1.box, fields.address_line_2.box,
    element('div', { className: 'pair place' }, fields.city.box, fields.province_code.box, fields.postal_code.box),
    fields.phone_number.box);
  follow();

  return {
    box, fields,
    fill(address) {
      if (!address?.country_code) return;
      fields.country_code.value = address.country_code;
      follow();
      for (const key of keys) if (address[key]) fields[key].value = address[key];
    },
    get isComplete() { return Object.values(fields).every((f) => f.isValid); },
    /** The first field that is not right, after all of them have said so; null when all are. */
    validate() {
      return Object.values(fields).filter((f) => !f.validate())[0] ?? null;
    },
    /** As it stands in the fields, complete or not. */
    get typed() { return Object.fromEntries(keys.map((key) => [key, fields[key].value])); },
    get address() {
      const place = chosen();
      const province = place?.provinces.find((p) => p.iso_code === fields.province_code.value);
      return {
        ...Object.fromEntries(keys.map((key) => [key, fields[key].box.hidden ? '' : fields[key].value])),
        country: place?.name ?? '', province: province?.name ?? '', province_code: province?.iso_code ?? '',
      };
    },
    /** What the checkout found wrong, beside the field it names; the errors that name none come back. */
    refuse(errors) {
      return errors.filter((error) => {
        const found = fields[error.field] ?? (error.field === 'country' ? country : error.field === 'province' ? fields.province_code : null);
        found?.show(error.message);
        return !found;
      });
    },
  };
}

export const sameAddress = (a, b) => keys.every((key) => (a?.[key] ?? '') === (b?.[key] ?? ''));
