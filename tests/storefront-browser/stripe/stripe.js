// Stripe.js as its reference says it behaves (https://docs.stripe.com/js), as far as cards and wallets need it: what it
// would throw at, this throws at. Numbers are typed into frames of js.stripe.com and go from there to api.stripe.com.
(() => {
  'use strict';

  const integration = (message) => Object.assign(new Error(message), { name: 'IntegrationError' });
  const own = 'https://js.stripe.com';
  const only = (object, allowed, where) => {
    for (const name of Object.keys(object ?? {})) if (!allowed.includes(name)) throw integration(`Unrecognized ${where} parameter: ${name}`);
  };

  function checkElements(options) {
    only(options, ['mode', 'amount', 'currency', 'captureMethod', 'paymentMethodTypes', 'setupFutureUsage', 'appearance', 'locale', 'fonts', 'loader'], 'stripe.elements()');
    if (!['payment', 'setup', 'subscription'].includes(options.mode)) throw integration('Invalid value for elements(): mode');
    checkAmount(options.amount);
    if (!/^[a-z]{3}$/.test(options.currency ?? '')) throw integration('Invalid value for elements(): currency should be a lower-case currency code.');
    if (!['automatic', 'automatic_async', 'manual'].includes(options.captureMethod)) throw integration('Invalid value for elements(): captureMethod');
    if (!Array.isArray(options.paymentMethodTypes) || options.paymentMethodTypes.length === 0) throw integration('Invalid value for elements(): paymentMethodTypes');
    if (!['stripe', 'night', 'flat', undefined].includes(options.appearance?.theme)) throw integration('Invalid value for elements(): appearance.theme');
  }

  function checkAmount(amount) {
    if (!Number.isInteger(amount) || amount <= 0) throw integration(`Invalid value for elements(): amount should be greater than 0. You specified: ${amount}.`);
  }

  window.Stripe = (key) => {
    if (!/^pk_(test|live)_/.test(key ?? '')) throw integration('Invalid value for Stripe(): apiKey should be a publishable key.');
    return new Stripe(key);
  };
  window.Stripe.version = 'stand-in';

  class Stripe {
    constructor(key) {
      this.key = key;
    }

    elements(options) {
      return new Elements(this, options);
    }

    async createConfirmationToken({ elements, params, ...rest }) {
      only(rest, [], 'createConfirmationToken()');
      only(params, ['payment_method_data', 'shipping', 'return_url'], 'createConfirmationToken() params');
      if (!(elements instanceof Elements)) throw integration('createConfirmationToken() needs elements.');
      if (!elements.isSubmitted) throw integration('elements.submit() must be called before createConfirmationToken().');
      elements.isSubmitted = false;
      return elements.tokenize();
    }

    async handleNextAction({ clientSecret }) {
      const id = /^(pi_\d+)_secret_/.exec(clientSecret ?? '')?.[1];
      if (!id) throw integration('handleNextAction() needs the client secret of a PaymentIntent.');
      const frame = document.createElement('iframe');
      frame.title = '3D Secure';
      frame.name = 'stripe-challenge';
      frame.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;border:0;background:#fff;z-index:2147483647';
      frame.src = `${own}/v3/challenge.html?${new URLSearchParams({ id, secret: clientSecret, key: this.key })}`;
      const told = heard(frame);
      document.body.append(frame);
      const { status, redirect, error, paymentIntent } = await told('challenged');
      frame.remove();
      if (status === 'unexpected') throw integration(`handleNextAction: the PaymentIntent is not in the requires_action state: ${error}`);
      if (redirect) {
        location.assign(redirect);
        return new Promise(() => {});
      }
      return error ? { error } : { paymentIntent };
    }
  }

  /** Waits for a message of that kind from the frame. */
  function heard(frame) {
    const waiting = [];
    addEventListener('message', ({ source, origin, data }) => {
      if (source !== frame.contentWindow || origin !== own) return;
      for (const one of [...waiting]) if (one.kind === data.kind) { waiting.splice(waiting.indexOf(one), 1); one.done(data); }
    });
    return (kind) => new Promise((done) => waiting.push({ kind, done }));
  }

  class Elements {
    constructor(stripe, options) {
      checkElements(options);
      Object.assign(this, { stripe, options: { ...options }, made: {}, isSubmitted: false });
    }

    create(type, options = {}) {
      if (this.made[type] && !this.made[type].isDestroyed) throw integration(`Can only create one Element of type ${type} through this Elements instance.`);
      const Kind = { payment: PaymentElement, expressCheckout: ExpressCheckoutElement }[type];
      if (!Kind) throw integration(`A valid Element name must be provided. You specified: ${type}.`);
      return (this.made[type] = new Kind(this, options));
    }

    update(options) {
      only(options, ['amount', 'currency', 'setupFutureUsage', 'paymentMethodTypes', 'appearance', 'locale', 'captureMethod', 'mode'], 'elements.update()');
      if ('amount' in options) checkAmount(options.amount);
      if (![undefined, null, 'on_session', 'off_session'].includes(options.setupFutureUsage)) throw integration('Invalid value for elements.update(): setupFutureUsage');
      Object.assign(this.options, options);
    }

    async submit() {
      const element = this.made.payment ?? this.made.expressCheckout;
      if (!element?.isReady) throw integration('elements.submit() needs a mounted Element.');
      const answer = await element.validate();
      this.isSubmitted = !answer.error;
      return answer;
    }

    tokenize() {
      return (this.made.payment ?? this.made.expressCheckout).tokenize();
    }
  }

  class Element {
    constructor(elements, page) {
      Object.assign(this, { elements, page, handlers: {} });
    }

    on(event, handler) {
      (this.handlers[event] ??= []).push(handler);
      return this;
    }

    emit(event, data = {}) {
      for (const handler of this.handlers[event] ?? []) handler(data);
    }

    mount(where) {
      if (this.isDestroyed) throw integration('This Element has already been destroyed.');
      const box = typeof where === 'string' ? document.querySelector(where) : where;
      if (!box?.isConnected) throw integration('The Element can only be mounted into a DOM node of this document.');
      this.frame = document.createElement('iframe');
      this.frame.title = 'Secure payment input frame';
      this.frame.style.cssText = 'width:100%;height:260px;border:0';
      this.frame.src = `${own}/v3/${this.page}.html?${new URLSearchParams({ key: this.elements.stripe.key })}`;
      this.told = heard(this.frame);
      this.told('ready').then(() => {
        this.isReady = true;
        this.emit('ready', this.readiness());
      });
      box.replaceChildren(this.frame);
      this.begin?.();
    }

    readiness() {
      return { elementType: this.page };
    }

    ask(message) {
      this.frame.contentWindow.postMessage(message, own);
    }

    destroy() {
      this.isDestroyed = true;
      this.frame?.remove();
    }

    focus() {
      this.ask({ kind: 'focus' });
    }
  }

  class PaymentElement extends Element {
    constructor(elements, options) {
      only(options, ['layout', 'fields', 'terms', 'wallets', 'defaultValues', 'business', 'paymentMethodOrder', 'readOnly'], 'elements.create()');
      super(elements, 'payment');
    }

    async validate() {
      this.ask({ kind: 'validate' });
      const { error } = await this.told('validated');
      return error ? { error: { type: 'validation_error', message: error } } : { selectedPaymentMethod: 'card' };
    }

    async tokenize() {
      this.ask({ kind: 'tokenize', setupFutureUsage: this.elements.options.setupFutureUsage });
      const { error, confirmationToken } = await this.told('tokenized');
      return error ? { error } : { confirmationToken };
    }
  }

  class ExpressCheckoutElement extends Element {
    constructor(elements, options) {
      only(options, ['emailRequired', 'phoneNumberRequired', 'shippingAddressRequired', 'billingAddressRequired', 'allowedShippingCountries', 'shippingRates', 'lineItems',
        'business', 'applePay', 'buttonHeight', 'buttonTheme', 'buttonType', 'layout', 'paymentMethodOrder', 'paymentMethods'], 'elements.create()');
      if (options.shippingAddressRequired && !(options.shippingRates?.length > 0)) throw integration('When shippingAddressRequired is true, you must specify shippingRates.');
      super(elements, 'express');
      this.options = options;
    }

    readiness() {
      return { elementType: 'expressCheckout', availablePaymentMethods: { googlePay: true, applePay: false, link: false } };
    }

    async begin() {
      for (;;) {
        await this.told('clicked');
        await this.sheet().catch((error) => setTimeout(() => { throw error; }));
      }
    }

    check({ lineItems = [], shippingRates, ...rest } = {}) {
      only(rest, ['emailRequired', 'phoneNumberRequired', 'shippingAddressRequired', 'billingAddressRequired', 'allowedShippingCountries', 'business', 'applePay'], 'resolve()');
      for (const { name, amount } of lineItems) if (typeof name !== 'string' || !Number.isInteger(amount)) throw integration('Invalid lineItems.');
      if (lineItems.reduce((sum, { amount }) => sum + amount, 0) > this.elements.options.amount) throw integration('The amount is less than the total amount of the line items provided.');
      if (this.options.shippingAddressRequired && !(shippingRates?.length > 0)) throw integration('shippingRates are needed where the shopper gives an address.');
      for (const { id, displayName, amount } of shippingRates ?? []) if (typeof id !== 'string' || typeof displayName !== 'string' || !Number.isInteger(amount)) throw integration('Invalid shippingRates.');
      return { lineItems, shippingRates };
    }

    /** Hands an event over and waits for the page's answer: for a second when the sheet is to open, for 20 later. */
    asked(event, data, seconds) {
      return new Promise((done, failed) => {
        const late = setTimeout(() => failed(integration(`The ${event} event was not resolved within ${seconds} s.`)), seconds * 1000);
        this.emit(event, {
          elementType: 'expressCheckout', expressPaymentType: 'google_pay', ...data,
          resolve: (payload) => { clearTimeout(late); try { done(this.check(payload)); } catch (error) { failed(error); } },
          reject: () => { clearTimeout(late); done(null); },
        });
      });
    }

    async sheet() {
      await this.asked('click', {}, 1);
      const address = { city: 'Winnipeg', state: 'MB', country: 'CA', postal_code: 'R3Y' };
      const name = 'Alex Roy';
      if (this.options.shippingAddressRequired) {
        const offered = await this.asked('shippingaddresschange', { name, address }, 20);
        if (!offered) return this.emit('cancel');
        await this.asked('shippingratechange', { shippingRate: offered.shippingRates[0] }, 20);
      }
      const full = { line1: '50 Fultz Boulevard', line2: '', city: 'Winnipeg', state: 'MB', country: 'CA', postal_code: 'R3Y 0L6' };
      window.stripeSheetTotal = this.elements.options.amount;
      this.emit('confirm', {
        elementType: 'expressCheckout', expressPaymentType: 'google_pay',
        billingDetails: { name, email: 'alex.roy@example.com', phone: '+1 204 555 0123', address: full },
        shippingAddress: this.options.shippingAddressRequired ? { name, address: full } : undefined,
        paymentFailed: ({ reason } = {}) => { window.stripeSheetFailed = reason ?? 'fail'; },
      });
    }

    async validate() {
      return {};
    }

    async tokenize() {
      this.ask({ kind: 'tokenize', number: '4242424242424242', setupFutureUsage: this.elements.options.setupFutureUsage });
      const { error, confirmationToken } = await this.told('tokenized');
      return error ? { error } : { confirmationToken };
    }
  }
})();
