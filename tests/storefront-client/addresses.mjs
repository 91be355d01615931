import assert from 'node:assert/strict';
import { test } from 'node:test';
import { done, minneapolis, open, refused, state, winnipeg } from './shop.mjs';

const known = (address) => Object.fromEntries(Object.keys(winnipeg).map((key) => [key, address[key]]));
const anyPhone = ({ phone_number, ...rest }) => rest;
const sameAddress = (actual, expected) => {
  assert.deepEqual(anyPhone(known(actual)), anyPhone(expected));
  assert.equal(actual.phone_number.replace(/\D/g, '').slice(-10), expected.phone_number.replace(/\D/g, '').slice(-10));
};

for (const kind of ['Shipping', 'Billing']) {
  const stored = () => state().addresses[kind.toLowerCase()];

  test(`set${kind}Address keeps every field`, async () => {
    await open();
    await done(`set${kind}Address`, winnipeg);
    sameAddress(stored(), winnipeg);
  });

  test(`update${kind}Address replaces the whole address`, async () => {
    await open();
    await done(`set${kind}Address`, winnipeg);
    const { address_line_2, business_name, ...sparse } = minneapolis;
    await done(`update${kind}Address`, sparse);
    sameAddress(stored(), { ...minneapolis, business_name: '' });
  });

  test(`delete${kind}Address leaves none`, async () => {
    await open();
    await done(`set${kind}Address`, winnipeg);
    await done(`delete${kind}Address`);
    assert.equal(stored().country_code, '');
    assert.equal(stored().address_line_1, '');
  });

  test(`set${kind}Address names the field that is wrong`, async () => {
    await open();
    await refused(422, { type: 'address', field: 'country_code' }, `set${kind}Address`, { ...winnipeg, country: '', country_code: '' });
    await refused(422, { field: 'postal_code' }, `set${kind}Address`, { ...winnipeg, postal_code: '55401' });
  });
}

test('setShippingAddress refuses a country that the shop does not ship to', async () => {
  await open();
  await refused(422, { type: 'address', field: 'country_code', severity: 'critical', sub_type: 'no_shipping_to_address' }, 'setShippingAddress', {
    ...winnipeg, country: 'New Zealand', country_code: 'NZ', province: '', province_code: '', postal_code: '6011',
  });
});

const validated = ({ first_name, last_name, address_line_1, address_line_2, city, postal_code, province, province_code, country, country_code, business_name, phone_number }) =>
  [first_name, last_name, address_line_1, address_line_2, city, postal_code, province, province_code, country, country_code, business_name, phone_number];

test('validateAddress takes a good address and keeps nothing', async () => {
  await open();
  await done('validateAddress', ...validated(winnipeg));
  assert.equal(state().addresses.shipping.country_code, '');
});

test('validateAddress names the field that is wrong', async () => {
  await open();
  await refused(422, { field: 'postal_code' }, 'validateAddress', ...validated({ ...winnipeg, postal_code: 'ABC' }));
  await refused(422, { field: /^province/ }, 'validateAddress', ...validated({ ...winnipeg, province: 'Nowhere', province_code: 'ZZ' }));
});
