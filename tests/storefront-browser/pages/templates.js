// What Bold's checkout templates do around the payments SDK: they load it from the bucket they are told of, name the gateways
// by the numbers that eps_gateways has, tokenize, process, and tokenize again with the client secret after a 202.
import * as library from '@boldcommerce/checkout-frontend-library';

const errors = document.getElementById('errors');
const complete = document.getElementById('complete');
Object.assign(window, { library, calls: [], processed: [] });

const say = (message) => { errors.textContent = message ?? ''; };
const good = async (promise) => {
  const answer = await promise;
  if (!answer.success) throw new Error(answer.error?.body?.errors?.[0]?.message ?? answer.error?.message ?? 'The call failed.');
  return answer;
};

function orderData(requirements) {
  const state = library.getApplicationState();
  const selected = state.shipping.selected_shipping;
  const data = {};
  for (const requirement of requirements) {
    if (requirement === 'customer') data.customer = (({ first_name, last_name, email_address }) => ({ first_name, last_name, email_address }))(state.customer);
    if (requirement === 'items') data.items = state.line_items.map(({ product_data: { total_price, product_title } }) => ({ amount: total_price, label: product_title }));
    if (requirement === 'billing_address') data.billing_address = state.addresses.billing;
    if (requirement === 'shipping_address') data.shipping_address = state.addresses.shipping;
    if (requirement === 'shipping_options') {
      data.shipping_options = state.shipping.available_shipping_lines.map((line) => ({
        label: line.description, amount: line.amount, id: line.id, is_selected: selected ? line.id === selected.id : false,
      }));
    }
    if (requirement === 'totals') {
      data.totals = { order_total: state.order_total, order_balance: state.order_balance, shipping_total: selected?.amount ?? 0, discounts_total: 0, fees_total: 0, taxes_total: 0 };
    }
  }
  return data;
}

/** Stripe's wallets tell an address in Stripe's words. */
function addressOf(address) {
  const [first, ...last] = (address.recipient ?? '').split(' ');
  const postal = address.postalCode ?? '';
  return {
    first_name: first, last_name: last.join(' '), address_line_1: address.addressLine?.[0] ?? '', address_line_2: address.addressLine?.[1] ?? '',
    country: 'Canada', country_code: address.country, city: address.city, province: 'Manitoba', province_code: address.region,
    postal_code: address.country === 'CA' && postal.length <= 4 ? `${postal}1A1` : postal, business_name: '', phone_number: address.phone ?? '',
  };
}

const callbacks = {
  onRequireOrderData: async (requirements) => orderData(requirements),
  async onCreatePaymentOrder(type, payload) {
    window.calls.push(['onCreatePaymentOrder', type, payload]);
    const { response } = await good(library.walletPayCreateOrder(payload));
    return { payment_data: { id: response.data.payment_data.id } };
  },
  async onUpdatePaymentOrder(type, payload) {
    window.calls.push(['onUpdatePaymentOrder', type, payload]);
    if (type === 'ppcp') return (await good(library.walletPayOnShipping(payload))).response.data;
    const { shipping_address: address, shipping_options: option } = payload.payment_data;
    if (address) {
      await good(library.setShippingAddress(addressOf(address)));
      await good(library.getShippingLines());
      const { selected_shipping: selected, available_shipping_lines: lines } = library.getShipping();
      if (!selected && lines.length > 0) await good(library.changeShippingLine(lines[0].id));
    }
    if (option) await good(library.changeShippingLine(option.id));
    await good(library.setTaxes());
    return orderData(payload.require_order_data);
  },
  async onApprovePaymentOrder(type, information, payload) {
    window.calls.push(['onApprovePaymentOrder', type, information, payload]);
    if (type === 'ppcp') {
      await good(library.walletPayOnApprove(payload));
      await good(library.getRefreshedApplicationState());
    } else {
      const { shipping_address: shipping, customer, card } = payload.payment_data;
      const [first, ...last] = customer.payerName.split(' ');
      await good(library.addGuestCustomer(first, last.join(' '), customer.payerEmail));
      await good(library.setShippingAddress(addressOf(shipping)));
      await good(library.setBillingAddress({
        ...addressOf({ recipient: customer.payerName, city: card.address_city, country: card.address_country, region: card.address_state, postalCode: card.address_zip }),
        address_line_1: card.address_line1, phone_number: customer.payerPhone,
      }));
      await good(library.setTaxes());
    }
    await process();
  },
  async onScaPaymentOrder(type, payload) {
    window.calls.push(['onScaPaymentOrder', type, payload]);
    if (!['stripe', 'braintree'].includes(type)) throw new Error('Unsupported payment type');
    return { card: {} };
  },
  async onDeletePaymentMethod({ gateway_id: id, public_id: publicId }) {
    await good(library.deletePaymentMethod(publicId));
    return { gateway_id: id, public_id: publicId };
  },
  async onUpdateVisuals() {},
  async onErrorPaymentOrder(type, error) {
    window.calls.push(['onErrorPaymentOrder', type, String(error)]);
    say(String(error.message ?? error));
  },
  async onReturnPaymentOrder(type, payload) {
    window.calls.push(['onReturnPaymentOrder', type, payload]);
  },
};

window.begin = async ({ data, shop, url, options = {} }) => {
  window.publicOrderId = data.public_order_id;
  await library.initialize(data, shop, { type: 'local', path: 'checkout', url });
  await new Promise((done, failed) => {
    const script = Object.assign(document.createElement('script'), { src: `${url}/js/payments_sdk.js`, crossOrigin: 'anonymous', onload: done, onerror: failed, ...options.script });
    document.head.append(script);
  });
  const gateways = data.initial_data.eps_gateways;
  const payments = new window.bold.Payments({
    eps_url: url, eps_bucket_url: url, group_label: 'shop.example.com', trace_id: data.public_order_id,
    payment_gateways: Object.keys(gateways).map((id) => ({
      gateway_id: parseInt(id, 10), auth_token: gateways[id].auth_token, currency: gateways[id].currency, vaulted_payment_methods: gateways[id].vaulted_payment_methods,
    })),
    callbacks,
    vaulting_enabled: data.vaulting_enabled,
  });
  window.payments = payments;
  await payments.initialize;
  if (options.wallets) await payments.renderWalletPayments('eps-express-pay', { fastlane: false, isPhoneRequired: true, shopName: 'Shop', allowedCountryCodes: ['CA', 'US'] });
  if (options.cards !== false) await payments.renderPayments('eps-iframe-payment-gateway', options.render);
  complete.disabled = false;
};

async function pay(clientSecret) {
  say('');
  window.payments.clearErrors();
  if (library.getApplicationState().order_balance > 0 || clientSecret) {
    const payload = orderData(window.payments.getDataRequirements().filter((requirement) => requirement !== 'client_secret_token'));
    if (clientSecret) payload.client_secret_token = clientSecret;
    await window.payments.tokenize(payload);
  }
  await process(true);
}

async function process(mayConfirm = false) {
  const answer = await library.processOrder();
  window.processed.push(answer.status);
  if (!answer.success) {
    await library.getRefreshedApplicationState();
    throw new Error(answer.error?.body?.errors?.[0]?.message ?? 'The order was not placed.');
  }
  if (answer.status === 202 && mayConfirm) return pay(answer.response.clientSecretToken);
  document.getElementById('done').hidden = answer.status !== 200;
}

complete.addEventListener('click', () => {
  window.pressed = (window.pressed ?? 0) + 1;
  pay().catch((error) => say(error.message));
});
