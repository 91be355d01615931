// window.bold.Payments: what checkout pages, boosters and templates call to take a payment. A page gives the gateways that
// the checkout named (eps_gateways) and callbacks; cards, wallets and the bank's confirmations are handled here.

/** Where the test wallet's one shopper lives, as a wallet says it before they agree. */
const testShopper = { city: 'San Jose', state: 'CA', country_code: 'US', postal_code: '95131' };

class Payments {
  /** Where this script came from is where the checkout is. */
  static host = (() => {
    const source = document.currentScript?.src;
    return source ? source.replace(/\/(js\/payments_sdk|payments)\.js(\?.*)?$/, '') : null;
  })();

  constructor({ payment_gateways: gateways = [], callbacks = {}, vaulting_enabled: keeps = false, trace_id: traceId, eps_url: address } = {}) {
    this.callbacks = callbacks;
    this.keeps = keeps === true;
    this.given = gateways;
    this.traceId = traceId;
    this.host = (Payments.host ?? address ?? '').replace(/\/$/, '');
    this.paymentGateways = [];
    this.language = languageOf(document.documentElement.lang || navigator.language);
    this.say = (key) => words[this.language][key];
    this.open();
  }

  /** Begins, and says when the gateways are known; a page may wait for it, and need not. */
  open() {
    this.initialize = this.start();
    // Whoever renders hears of a fault; that nobody waits for this promise is no fault of its own.
    this.initialize.catch(() => {});
  }

  async start() {
    const token = this.given.find((gateway) => gateway.auth_token)?.auth_token;
    if (!token) throw new Error('payment_gateways names no auth_token.');
    this.order = new OrderApi(this.host, token, this.say);
    const { gateways, language, requires_shipping: requiresShipping } = await this.order.gateways();
    this.language = languageOf(document.documentElement.lang || language);
    this.requiresShipping = requiresShipping;
    const ids = this.given.map((gateway) => Number(gateway.gateway_id));
    this.paymentGateways = gateways.filter((gateway) => ids.includes(gateway.gateway_id)).map((gateway) => ({
      ...gateway,
      id: gateway.gateway_id,
      vaulted_payment_methods: this.given.find((g) => Number(g.gateway_id) === gateway.gateway_id)?.vaulted_payment_methods ?? gateway.vaulted_payment_methods ?? [],
    }));
    await this.comeBack();
  }

  /** The shopper is back from another site, where the payment was confirmed or not; the checkout asks the gateway which. */
  async comeBack() {
    const address = new URL(location.href);
    const secret = address.searchParams.get('payment_intent_client_secret');
    if (!secret) return;
    ['payment_intent', 'payment_intent_client_secret', 'redirect_status'].forEach((name) => address.searchParams.delete(name));
    history.replaceState(history.state, '', address);
    const gateway = this.paymentGateways.find((g) => g.type === 'stripe');
    const isPaid = await this.order.confirmed(secret, 'stripe').then(({ status }) => status === 'COMPLETED', () => false);
    await this.callbacks.onReturnPaymentOrder?.('stripe', { gateway_id: gateway?.gateway_id, success: isPaid });
  }

  get card() {
    return this.paymentGateways.find((gateway) => gateway.gateway_services.credit_card_form);
  }

  /** The form for a card, in the element of that id; resolved when it can be typed into. */
  async renderPayments(elementId, options = {}) {
    await this.initialize;
    const box = document.getElementById(elementId);
    if (!box) throw new Error(`There is no element with the id ${elementId}.`);
    const gateway = this.card;
    if (!gateway) throw new Error(this.say('noGateway'));
    const due = await this.due();
    this.form?.destroy?.();
    const inFrame = gateway.type !== 'stripe' || options.shouldRenderSpiFrame === true;
    this.form = inFrame ? new FrameCard(gateway, {
      say: this.say, container: elementId, fills: (fullscreen) => this.callbacks.onUpdateVisuals?.({ fullscreen }),
    }) : new StripeCard(gateway, { language: this.language });
    this.saved = new SavedMethods(gateway.vaulted_payment_methods, {
      say: this.say, keeps: this.keeps && due.isKnown, forget: (method) => this.forget(gateway, method), changed: (kept) => this.form.keep(kept),
    });
    box.replaceChildren(this.saved.box);
    await this.form.mount(this.saved.form, due);
  }

  /** Buttons that pay at once, for the gateways that have some; the element stays empty where none can be shown. */
  async renderWalletPayments(elementId, options = {}) {
    await this.initialize;
    const box = document.getElementById(elementId);
    if (!box) throw new Error(`There is no element with the id ${elementId}.`);
    const due = await this.due();
    box.replaceChildren();
    for (const gateway of this.paymentGateways) {
      const place = element('div');
      box.append(place);
      if (gateway.type !== 'stripe') {
        this.testWallet(gateway, place, elementId);
        continue;
      }
      this.wallets = new StripeWallets(gateway, { language: this.language, say: this.say });
      const available = await this.wallets.mount(place, due, {
        options,
        requiresShipping: this.requiresShipping,
        callbacks: this.callbacks,
        container: elementId,
        asks: async (requirements) => this.callbacks.onRequireOrderData?.(requirements),
        pay: (tender) => this.order.pay(gateway, tender),
      });
      if (!available) place.remove();
    }
  }

  /** The test gateway's wallet knows one shopper, who always agrees. */
  testWallet(gateway, box, container) {
    const told = (data) => ({ gateway_type: 'ppcp', gateway_id: gateway.gateway_id, containerId: container, payment_data: { locale: navigator.language, payment_type: 'paypal', ...data } });
    const button = element('button', { type: 'button', textContent: this.say('wallet') });
    button.style.cssText = 'inline-size:100%;min-block-size:44px;font:inherit';
    button.onclick = async () => {
      button.disabled = true;
      try {
        await this.callbacks.onClickPaymentOrder?.('ppcp', told({}));
        const { payment_data: { id } } = await this.callbacks.onCreatePaymentOrder('ppcp', told({}));
        if (this.requiresShipping) {
          await this.callbacks.onUpdatePaymentOrder('ppcp', told({
            payment_action_type: 'shipping_address_change', order_id: id, paypal_order_id: id, shipping_address: testShopper,
          }));
        }
        await this.callbacks.onApprovePaymentOrder('ppcp', { payment_id: id }, told({ payment_action_type: 'approve', order_id: id, paypal_order_id: id }));
      } catch (error) {
        await this.callbacks.onErrorPaymentOrder?.('ppcp', error);
      } finally {
        button.disabled = false;
      }
    };
    box.append(button);
  }

  async due() {
    const { order_balance: amount, currency, customer } = await this.order.state();
    const isKnown = !['', '0'].includes(customer?.platform_id ?? '');
    return { amount: this.total ?? amount, currency: currency.iso_code, isKnown };
  }

  /** What tokenize wants to be told. */
  getDataRequirements() {
    return ['customer', 'billing_address', 'client_secret_token'];
  }

  /** Whether process_order may answer 202: then tokenize is called again, with client_secret_token. */
  isScaRequired() {
    return this.card !== undefined;
  }

  /**
   * Puts the shopper's card onto the order, or, given the client_secret_token of a process_order that answered 202, lets
   * the shopper confirm the payment. A second call while one is under way is the same call.
   */
  tokenize(payload = {}) {
    this.running ??= (payload.client_secret_token ? this.confirm(payload.client_secret_token) : this.pay(payload)).finally(() => { this.running = null; });
    return this.running;
  }

  async pay(details) {
    if (!this.form) throw new Error('renderPayments was not called.');
    const gateway = this.card;
    const { selected, keeps } = this.saved;
    if (selected) return { payment_id: (await this.order.pay(gateway, { token: selected.public_id }))?.id };
    const payment = this.form instanceof FrameCard
      ? await this.form.pay(details, keeps)
      : await this.order.pay(gateway, { ...(await this.form.tender(details)), retain: keeps });
    this.paymentId = payment?.id;
    return { payment_id: this.paymentId };
  }

  async confirm(secret) {
    const gateway = this.card;
    const asked = this.callbacks.onScaPaymentOrder?.(gateway.type === 'stripe' ? 'stripe' : 'bold_test', { order_id: secret, gateway_id: gateway.gateway_id });
    // Pages show that they are busy here; some know only the gateways they were written for, and say so.
    await Promise.resolve(asked).catch(() => {});
    const confirmed = await this.form.challenge(secret);
    if (!(this.form instanceof FrameCard)) await this.order.confirmed(secret, gateway.type, confirmed ? undefined : 'declined').catch((error) => { if (confirmed) throw error; });
    if (!confirmed) throw new Refusal(this.say('unconfirmed'));
    return { payment_id: this.paymentId };
  }

  clearErrors() {
    this.form?.clearErrors();
  }

  updateOrderTotal({ order_total: total } = {}) {
    if (!(total > 0)) return;
    this.total = total;
    this.form?.due(total);
    this.wallets?.due(total);
  }

  async forget(gateway, method) {
    const payload = { gateway_id: String(gateway.gateway_id), public_id: method.public_id };
    if (this.callbacks.onDeletePaymentMethod) await this.callbacks.onDeletePaymentMethod(payload);
    else await this.order.call('DELETE', `/payments/saved/${encodeURIComponent(method.public_id)}`);
  }

  setTraceId(id) {
    this.traceId = id;
  }

  /** The page has another order now, or newer tokens for the one it had. */
  updateGatewaysAuthToken(gateways) {
    this.given = gateways;
    this.open();
    return this.initialize;
  }

  /** For pages that offer Fastlane where a gateway has it; none here does. */
  async getFastlaneClientInit() {
    return {};
  }
}

window.bold = Object.assign(window.bold ?? {}, { Payments });
