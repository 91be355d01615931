// Cards and wallets through Stripe: Elements are Stripe's own frames, so a card number is in none of our pages.

/** Always from Stripe itself, as Stripe demands of its merchants. */
const stripeAddress = 'https://js.stripe.com/v3/';
let stripeScript = null;

function loadStripe(key) {
  stripeScript ??= window.Stripe ? Promise.resolve() : new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = stripeAddress;
    const nonce = document.currentScript?.nonce || document.querySelector('script[nonce]')?.nonce;
    if (nonce) script.nonce = nonce;
    script.onload = done;
    script.onerror = () => {
      stripeScript = null;
      failed(new Error('Stripe.js could not be loaded.'));
    };
    document.head.append(script);
  });
  return stripeScript.then(() => window.Stripe(key));
}

/** Minor units in the units in which Stripe counts them (https://docs.stripe.com/currencies); Elements want more than nothing. */
function stripeAmount(minorUnits, currency) {
  const amount = ['ISK', 'UGX'].includes(currency) ? minorUnits * 100 : currency === 'MGA' ? Math.round(minorUnits / 100) : minorUnits;
  return Math.max(1, amount);
}

/** What Elements must know before there is a payment; it has to be what the checkout then asks Stripe for. */
const elementsOptions = (gateway, { amount, currency }) => ({
  mode: 'payment',
  amount: stripeAmount(amount, currency),
  currency: currency.toLowerCase(),
  captureMethod: 'manual',
  paymentMethodTypes: gateway.payment_method_types,
});

/** Stripe's fields look like those of the page around them. */
function appearanceOf(box) {
  const probe = document.createElement('div');
  const label = document.createElement('label');
  const input = document.createElement('input');
  probe.append(label, input);
  probe.style.cssText = 'position:absolute;visibility:hidden;inset-inline-start:-9999px';
  box.append(probe);
  const [field, name] = [getComputedStyle(input), getComputedStyle(label)];
  const solid = (color) => (/rgba\(.*, 0\)|transparent/.test(color) ? undefined : color);
  const given = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value));
  const appearance = {
    theme: matchMedia('(prefers-color-scheme: dark)').matches && getComputedStyle(document.documentElement).colorScheme.includes('dark') ? 'night' : 'stripe',
    variables: given({ fontFamily: field.fontFamily, fontSizeBase: '16px', colorText: name.color, colorBackground: solid(field.backgroundColor), borderRadius: field.borderTopLeftRadius }),
    rules: { '.Input': given({ borderColor: solid(field.borderTopColor), color: field.color }), '.Label': given({ color: name.color, fontWeight: name.fontWeight }) },
  };
  probe.remove();
  return appearance;
}

const billingOf = ({ customer, billing_address: address } = {}) => {
  const name = [address?.first_name ?? customer?.first_name, address?.last_name ?? customer?.last_name].filter(Boolean).join(' ');
  const given = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value));
  const where = given({
    line1: address?.address_line_1, line2: address?.address_line_2, city: address?.city,
    state: address?.province_code, postal_code: address?.postal_code, country: address?.country_code,
  });
  return given({ name, email: customer?.email_address, phone: address?.phone_number, address: Object.keys(where).length > 0 ? where : undefined });
};

const brandName = (brand) => ({ visa: 'Visa', mastercard: 'Mastercard', amex: 'Amex' })[brand] ?? brand ?? '';

/** How a ConfirmationToken goes onto the order. */
function tenderOf(confirmationToken, walletPayType) {
  const preview = confirmationToken.payment_method_preview ?? {};
  const shown = preview.card ? `${brandName(preview.card.brand)} •••• ${preview.card.last4}` : preview.type;
  return { token: confirmationToken.id, type: 'credit_card', display_string: shown ?? '', wallet_pay_type: walletPayType };
}

/** Stripe's Payment Element. */
class StripeCard {
  constructor(gateway, { language }) {
    this.gateway = gateway;
    this.language = language;
  }

  async mount(box, due) {
    this.stripe ??= await loadStripe(this.gateway.publishable_key);
    this.element?.destroy();
    this.currency = due.currency;
    this.elements = this.stripe.elements({ ...elementsOptions(this.gateway, due), locale: this.language, appearance: appearanceOf(box) });
    this.element = this.elements.create('payment', { layout: 'tabs' });
    const ready = new Promise((done, failed) => {
      this.element.on('ready', done);
      this.element.on('loaderror', ({ error }) => failed(new Error(error?.message ?? 'Stripe could not show its form.')));
    });
    this.element.mount(box);
    await ready;
  }

  due(amount) {
    this.elements?.update({ amount: stripeAmount(amount, this.currency) });
  }

  /** Whether the card is to be kept has to be known to Elements before they make a token of it. */
  keep(kept) {
    this.elements?.update({ setupFutureUsage: kept ? 'off_session' : null });
  }

  async tender(details) {
    const submitted = await this.elements.submit();
    if (submitted.error) throw new Refusal(submitted.error.message);
    const { error, confirmationToken } = await this.stripe.createConfirmationToken({
      elements: this.elements,
      params: { payment_method_data: { billing_details: billingOf(details) } },
    });
    if (error) throw new Refusal(error.message);
    return tenderOf(confirmationToken);
  }

  /** True when the shopper confirmed, false when not. With some methods the page is left, and comes back. */
  async challenge(secret) {
    this.stripe ??= await loadStripe(this.gateway.publishable_key);
    const { error } = await this.stripe.handleNextAction({ clientSecret: secret });
    return !error;
  }

  clearErrors() {
    // Elements clear theirs by themselves as the shopper types.
  }

  focus() {
    this.element?.focus();
  }
}

/** Apple Pay, Google Pay, Link and the like: Stripe's Express Checkout Element, in the words of the page's callbacks. */
class StripeWallets {
  constructor(gateway, { language, say }) {
    this.gateway = gateway;
    this.language = language;
    this.say = say;
  }

  /** @param {(requirements: string[]) => Promise<object>} asks What the page knows of the order. */
  async mount(box, due, { options, requiresShipping, callbacks, pay, asks, container }) {
    this.stripe ??= await loadStripe(this.gateway.publishable_key);
    const elements = this.stripe.elements({ ...elementsOptions(this.gateway, due), locale: this.language, appearance: appearanceOf(box) });
    const element = elements.create('expressCheckout', {
      emailRequired: true,
      phoneNumberRequired: options.isPhoneRequired === true,
      billingAddressRequired: true,
      shippingAddressRequired: requiresShipping,
      ...(requiresShipping ? { allowedShippingCountries: this.countries(options), shippingRates: [this.pendingRate()] } : {}),
      ...(options.shopName ? { business: { name: options.shopName } } : {}),
    });
    this.elements = elements;
    this.currency = due.currency;
    const told = (data) => ({ gateway_type: 'stripe', gateway_id: this.gateway.gateway_id, containerId: container, require_order_data: ['shipping_options', 'items', 'totals'], payment_data: data });
    let chosen;

    element.on('click', async (event) => {
      await callbacks.onClickPaymentOrder?.('stripe', told({ payment_type: event.expressPaymentType }));
      event.resolve(this.sheet(await asks(['items', 'totals', 'shipping_options']), requiresShipping));
    });
    const changed = async (event, data) => {
      try {
        const order = await callbacks.onUpdatePaymentOrder('stripe', told(data));
        const total = order?.totals?.order_balance ?? order?.totals?.order_total;
        if (total > 0) elements.update({ amount: stripeAmount(total, due.currency) });
        event.resolve(this.sheet(order, requiresShipping));
      } catch {
        event.reject();
      }
    };
    element.on('shippingaddresschange', (event) => changed(event, { shipping_address: shippingOf(event.name, event.address) }));
    element.on('shippingratechange', (event) => {
      chosen = { id: event.shippingRate.id, label: event.shippingRate.displayName };
      return changed(event, { shipping_options: chosen });
    });
    element.on('cancel', () => callbacks.onCancelPaymentOrder?.('stripe', told({})));
    element.on('confirm', async (event) => {
      try {
        const payment = await this.token(elements, event).then(pay);
        await callbacks.onApprovePaymentOrder('stripe', { payment_id: payment?.id }, told(approvalOf(event, chosen)));
      } catch (error) {
        event.paymentFailed({ reason: 'fail' });
        await callbacks.onErrorPaymentOrder?.('stripe', error);
      }
    });
    const ready = new Promise((done) => element.on('ready', ({ availablePaymentMethods }) => done(availablePaymentMethods)));
    element.mount(box);
    return ready;
  }

  async token(elements, { expressPaymentType }) {
    const submitted = await elements.submit();
    if (submitted.error) throw new Refusal(submitted.error.message);
    const { error, confirmationToken } = await this.stripe.createConfirmationToken({ elements });
    if (error) throw new Refusal(error.message);
    return tenderOf(confirmationToken, { apple_pay: 'applepay', google_pay: 'paywithgoogle', paypal: 'paypal' }[expressPaymentType]);
  }

  due(amount) {
    this.elements?.update({ amount: stripeAmount(amount, this.currency) });
  }

  countries(options) {
    const listed = options.allowedCountryCodes ?? options.allowedCountries?.map?.((country) => country.value ?? country.iso_code ?? country);
    return listed?.filter((code) => /^[A-Z]{2}$/.test(code));
  }

  pendingRate() {
    return { id: 'pending', displayName: '–', amount: 0 };
  }

  /** The wallet's sheet: lines that add up to no more than the total, and the ways to ship. */
  sheet(order, requiresShipping) {
    const line = (name, amount) => ({ name, amount: stripeAmount(amount, this.currency) });
    const totals = order?.totals;
    const items = totals ? [...(order.items ?? []).map((item) => line(item.label, item.amount))].filter((item) => item.amount > 1) : [];
    const rates = (order?.shipping_options ?? []).toSorted((a, b) => Number(b.is_selected) - Number(a.is_selected))
      .map((option) => ({ id: String(option.id), displayName: option.label, amount: option.amount === 0 ? 0 : stripeAmount(option.amount, this.currency) }));
    const sum = items.reduce((all, { amount }) => all + amount, 0);
    const balance = totals ? stripeAmount(totals.order_balance ?? totals.order_total, this.currency) : 0;
    return {
      ...(sum <= balance ? { lineItems: items } : {}),
      ...(requiresShipping ? { shippingRates: rates.length > 0 ? rates : [this.pendingRate()] } : {}),
    };
  }
}

/** Addresses as the older wallets of Stripe gave them, since that is what pages read. */
const shippingOf = (name, address) => ({
  recipient: name ?? '', addressLine: [address?.line1, address?.line2].filter(Boolean), city: address?.city ?? '',
  region: address?.state ?? '', postalCode: address?.postal_code ?? '', country: address?.country ?? '',
});

function approvalOf({ expressPaymentType, billingDetails, shippingAddress }, chosen) {
  const billing = billingDetails?.address ?? {};
  return {
    payment_type: expressPaymentType,
    shipping_address: { ...shippingOf(shippingAddress?.name ?? billingDetails?.name, shippingAddress?.address ?? billing), phone: billingDetails?.phone ?? '' },
    shipping_options: chosen,
    card: {
      name: billingDetails?.name ?? '', address_line1: billing.line1 ?? '', address_line2: billing.line2 ?? '', address_city: billing.city ?? '',
      address_state: billing.state ?? '', address_zip: billing.postal_code ?? '', address_country: billing.country ?? '',
    },
    customer: { payerName: billingDetails?.name ?? '', payerEmail: billingDetails?.email ?? '', payerPhone: billingDetails?.phone ?? '' },
  };
}
