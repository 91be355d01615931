// What express wallets ask of the page: the order as it is, their address put onto it, and the order placed with what they know.

/** Of a postal code that wallets keep to themselves until they pay, the rest: it stands for the region alone. */
const rest = { CA: '1A1', GB: '1AA' };

/**
 * @param countries of the initial data.
 * @param choose takes a shipping line by its id.
 * @param place places the order, which has its payment.
 */
export function walletCallbacks(page, { countries, isSignedIn, choose, place }) {
  const { words, api } = page;

  async function good(answer) {
    await page.changed(answer);
    if (!answer.ok) throw new Error(answer.errors[0]?.message ?? words.lost);
    return answer;
  }

  /** Stripe's wallets tell an address in Stripe's words. */
  function addressOf({ recipient = '', addressLine = [], city, region, postalCode = '', country, phone = '' }) {
    const [first, ...last] = recipient.trim().split(/\s+/);
    const place = countries.find((c) => c.iso_code === country);
    const province = place?.provinces.find((p) => p.iso_code === region || p.name === region);
    const isPart = rest[country] && addressLine.length === 0 && postalCode.replace(/\s/g, '').length <= 4;
    return {
      first_name: first, last_name: last.join(' '), business_name: '', address_line_1: addressLine[0] ?? '', address_line_2: addressLine[1] ?? '', city,
      province: province?.name ?? region, province_code: province?.iso_code ?? region, country: place?.name ?? '', country_code: country,
      postal_code: isPart ? `${postalCode.trim()} ${rest[country]}` : postalCode, phone_number: phone,
    };
  }

  function orderData(requirements = []) {
    const { state } = page;
    const { selected_shipping: selected, available_shipping_lines: lines, discounts, taxes } = state.shipping;
    const sum = (list, name) => list.reduce((total, entry) => total + entry[name], 0);
    const known = {
      customer: () => state.customer,
      shipping_address: () => state.addresses.shipping,
      billing_address: () => state.addresses.billing,
      items: () => state.line_items.map(({ product_data: p }) => ({ label: p.product_title || p.title, amount: p.total_price })),
      shipping_options: () => lines.map(({ id, description, amount }) => ({ id, label: description, amount, is_selected: id === selected?.id })),
      totals: () => ({
        order_total: state.order_total,
        order_balance: state.order_balance,
        shipping_total: selected?.amount ?? 0,
        discounts_total: sum([...state.discounts, ...discounts, ...state.line_items.flatMap((l) => l.discounts)], 'value'),
        fees_total: sum(state.fees, 'value'),
        taxes_total: sum([...state.taxes, ...taxes, ...state.line_items.flatMap((l) => l.taxes)], 'value'),
      }),
    };
    return Object.fromEntries(requirements.filter((name) => known[name]).map((name) => [name, known[name]()]));
  }

  async function deliver(address) {
    await good(await api.post('/addresses/shipping', address));
    const { data } = await good(await api.get('/shipping_lines'));
    const lines = data.shipping_lines ?? page.state.shipping.available_shipping_lines;
    if (!page.state.shipping.selected_shipping && lines.length > 0) await choose(lines[0].id);
  }

  /** What the wallet knows of the shopper, once they agreed. */
  async function know({ customer: payer, shipping_address: shipping, card }) {
    const billing = addressOf({
      recipient: payer.payerName, addressLine: [card.address_line1, card.address_line2].filter(Boolean), city: card.address_city,
      region: card.address_state, postalCode: card.address_zip, country: card.address_country, phone: payer.payerPhone,
    });
    if (!isSignedIn()) {
      const customer = { first_name: billing.first_name, last_name: billing.last_name, email_address: payer.payerEmail, accepts_marketing: false };
      await good(page.state.customer?.email_address ? await api.put('/customer', customer) : await api.post('/customer/guest', customer));
    }
    if (page.settings.initial.requires_shipping) await deliver(addressOf(shipping));
    await good(await api.post('/addresses/billing', billing));
    await good(await api.post('/taxes'));
  }

  return {
    onRequireOrderData: async (requirements) => orderData(requirements),
    async onCreatePaymentOrder(_, payload) {
      const { data } = await good(await api.post('/wallet_pay/create_order', payload));
      return { payment_data: { id: data.payment_data.id } };
    },
    async onUpdatePaymentOrder(type, payload) {
      if (type === 'ppcp') return (await good(await api.post('/wallet_pay/on_shipping', payload))).data;
      const { shipping_address: address, shipping_options: option } = payload.payment_data;
      if (address) await deliver(addressOf(address));
      if (option) await choose(option.id);
      await good(await api.post('/taxes'));
      return orderData(payload.require_order_data);
    },
    async onApprovePaymentOrder(type, _, payload) {
      if (type === 'ppcp') {
        await good(await api.post('/wallet_pay/on_approve', payload));
        await good(await api.post('/taxes'));
      } else await know(payload.payment_data);
      await place();
    },
  };
}
