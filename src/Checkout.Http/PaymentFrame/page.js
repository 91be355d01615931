// The test gateway's card form. It answers both message protocols of the storefront library: PIGI_* (the page adds the
// payment itself) and EXTERNAL_PAYMENT_GATEWAY_* (the page hands the token to the shop, which adds the payment).
(() => {
  'use strict';

  const settings = JSON.parse(document.getElementById('settings').textContent);
  const at = (id) => document.getElementById(id);
  const form = at('card');
  const inputs = { number: at('card-number'), expiry: at('card-expiry'), cvc: at('card-cvc'), name: at('card-name') };

  const texts = {
    en: {
      number: 'Card number', expiry: 'Expires (MM/YY)', cvc: 'Security code', name: 'Name on card', use: 'Use this card',
      note: 'Test gateway: no money moves. 4242 4242 4242 4242 is accepted.',
      sca: 'Your bank asks you to confirm this payment', confirm: 'Confirm', decline: 'Decline',
      badNumber: 'This is not a card number.', noTestCard: 'Only test cards work here, such as 4242 4242 4242 4242.',
      badExpiry: 'Enter month and year, such as 04/30.', expired: 'This card has expired.',
      badCvc: 'Enter all digits of the security code.', badName: 'Enter the name on the card.',
      failed: 'The payment could not be added. Please try again.', declined: 'The payment was not confirmed. Try again or use another card.',
    },
    fr: {
      number: 'Numéro de carte', expiry: 'Expiration (MM/AA)', cvc: 'Code de sécurité', name: 'Nom sur la carte', use: 'Utiliser cette carte',
      note: 'Passerelle de test : aucun paiement réel. 4242 4242 4242 4242 est acceptée.',
      sca: 'Votre banque vous demande de confirmer ce paiement', confirm: 'Confirmer', decline: 'Refuser',
      badNumber: 'Ce n’est pas un numéro de carte.', noTestCard: 'Seules les cartes de test fonctionnent ici, par exemple 4242 4242 4242 4242.',
      badExpiry: 'Indiquez le mois et l’année, par exemple 04/30.', expired: 'Cette carte est expirée.',
      badCvc: 'Indiquez tous les chiffres du code de sécurité.', badName: 'Indiquez le nom sur la carte.',
      failed: 'Le paiement n’a pas pu être ajouté. Veuillez réessayer.', declined: 'Le paiement n’a pas été confirmé. Réessayez ou utilisez une autre carte.',
    },
  };
  let language = 'en';
  const text = (key) => texts[language][key];

  function speak(wanted) {
    language = String(wanted ?? '').toLowerCase().startsWith('fr') ? 'fr' : 'en';
    document.documentElement.lang = language;
    document.querySelectorAll('[data-text]').forEach((node) => { node.textContent = text(node.dataset.text); });
  }

  // ---- the card ----

  const brands = { visa: 'Visa', mastercard: 'Mastercard', amex: 'Amex' };
  const digits = (value) => value.replace(/[\s-]/g, '');

  function isCardNumber(number) {
    if (!/^\d{12,19}$/.test(number)) return false;
    const sum = [...number].reverse().reduce((total, digit, i) => {
      const value = i % 2 ? digit * 2 : +digit;
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    return sum % 10 === 0;
  }

  function expiryProblem(value) {
    const [, month, year] = /^(0?[1-9]|1[0-2])\s*\/\s*(?:20)?(\d\d)$/.exec(value.trim()) ?? [];
    if (!month) return text('badExpiry');
    return new Date(2000 + +year, +month, 1) <= new Date() ? text('expired') : null;
  }

  /** The card as a token; null after saying beside each field what is wrong with it. */
  function tokenize() {
    clearErrors();
    const number = digits(inputs.number.value);
    const card = settings.cards[number];
    const problems = {
      number: !isCardNumber(number) ? text('badNumber') : card ? null : text('noTestCard'),
      expiry: expiryProblem(inputs.expiry.value),
      cvc: new RegExp(`^\\d{${card?.brand === 'amex' ? 4 : 3}}$`).test(inputs.cvc.value.trim()) ? null : text('badCvc'),
      name: inputs.name.value.trim() ? null : text('badName'),
    };
    const wrong = Object.keys(problems).filter((field) => problems[field]);
    wrong.forEach((field) => showError(inputs[field], problems[field]));
    if (wrong.length > 0) {
      inputs[wrong[0]].focus();
      return null;
    }
    return { token: card.token, type: 'credit_card', display_string: `${brands[card.brand] ?? card.brand} •••• ${number.slice(-4)}` };
  }

  function showError(input, message) {
    const note = document.createElement('p');
    note.id = `${input.id}-error`;
    note.className = 'error';
    note.textContent = message;
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', note.id);
    input.closest('.field').append(note);
  }

  function clearErrors() {
    document.querySelectorAll('.error').forEach((note) => note.remove());
    Object.values(inputs).forEach((input) => ['aria-invalid', 'aria-describedby'].forEach((name) => input.removeAttribute(name)));
    say('');
  }

  function say(message) {
    at('form-error').textContent = message;
    at('form-error').hidden = !message;
  }

  // ---- the order ----

  let order = null;

  async function api(method, path, body) {
    const answer = await fetch(`${settings.api}${path}`, {
      method,
      headers: { Authorization: `Bearer ${settings.token}`, 'Content-Type': 'application/json', Accept: 'application/json' },
      body: body && JSON.stringify(body),
    });
    const read = await answer.json();
    if (!answer.ok) throw new Error(read.errors?.[0]?.message ?? text('failed'));
    return read.data;
  }

  async function refresh() {
    order = (await api('GET', '/refresh')).application_state;
  }

  /** A card given here before, which nothing was asked of yet, makes way for the one given now. */
  async function takeOffEarlier() {
    const earlier = order.payments.filter((p) => p.gateway_public_id === settings.gateway && p.token && p.status === 'awaitingPreAuth');
    for (const { token } of earlier) order = (await api('DELETE', '/payments', { token })).application_state;
  }

  const payment = (card) => ({
    ...card, gateway_public_id: settings.gateway, amount: order.order_balance, currency: order.currency.iso_code, retain: false,
  });

  /** True once the order has this card's payment. */
  async function addPayment() {
    const card = tokenize();
    if (!card) return false;
    try {
      await refresh();
      await takeOffEarlier();
      if (order.order_balance > 0) await api('POST', '/payments', payment(card));
      return true;
    } catch (error) {
      say(error.message);
      return false;
    }
  }

  // ---- strong customer authentication ----

  let secret = '';
  let answerChallenge = () => {};

  function challenge(clientSecretToken, done) {
    secret = clientSecretToken ?? '';
    answerChallenge = done;
    say('');
    show('sca');
    at('sca-title').focus();
  }

  async function decide(outcome) {
    try {
      await api('POST', '/payments/on_sca', { order_id: secret, public_order_id: settings.order, gateway_type: 'test', ...outcome });
      form.reset();
      show('card');
      answerChallenge(true);
    } catch (error) {
      show('card');
      say(outcome.outcome === 'declined' ? text('declined') : error.message);
      answerChallenge(false);
    }
  }

  function show(id) {
    for (const part of ['card', 'sca']) at(part).hidden = part !== id;
  }

  at('sca-confirm').addEventListener('click', () => decide({}));
  at('sca-decline').addEventListener('click', () => decide({ outcome: 'declined' }));

  // ---- messages ----

  // Only pages that the shop allows can frame this one (frame-ancestors), and none of them learns more than it may
  // read through the API anyway, so the parent need not be known before it has spoken.
  let parentOrigin = '*';
  const height = () => Math.ceil(at('page').getBoundingClientRect().height);
  const post = (message) => parent.postMessage(message, parentOrigin);
  const pigi = (responseType, payload) => post({ responseType, payload: { success: true, height: height(), ...payload } });
  const external = (type, payload) => post({ type: `EXTERNAL_PAYMENT_GATEWAY_${type}`, payload });

  const pigiActions = {
    PIGI_UPDATE_LANGUAGE: ({ language: wanted }) => speak(wanted),
    PIGI_UPDATE_MEDIA_MATCH: ({ conditionText, matches }) => matchMediaRules(conditionText, matches),
    PIGI_REFRESH_ORDER: refresh,
    PIGI_ADD_PAYMENT: async () => ({ success: await addPayment(), paymentType: 'credit_card' }),
    PIGI_DISPLAY_ERROR_MESSAGE: (payload) => say(payload.message ?? payload.error?.message ?? text('failed')),
    PIGI_CLEAR_ERROR_MESSAGES: clearErrors,
    PIGI_SELECT_PAYMENT_METHOD: () => inputs.number.focus(),
    PIGI_HIDE_CREDIT_CARD_OPTION: () => { form.hidden = true; },
    PIGI_HANDLE_SCA: ({ clientSecretToken }) => {
      challenge(clientSecretToken, (success) => pigi('PIGI_HANDLE_SCA', { success, step: success ? 'COMPLETED' : 'FAILED' }));
      return { step: 'DISPLAYED' };
    },
  };

  const externalActions = {
    SET_CONFIG: () => { at('use-card').hidden = false; },
    UPDATE_STATE: (state) => { order = state?.application_state ?? order; },
    UPDATE_LANGUAGE: ({ language: wanted }) => speak(wanted),
    UPDATE_MEDIA_MATCH: ({ conditionText, matches }) => matchMediaRules(conditionText, matches),
    HANDLE_SCA: ({ clientSecretToken }) => {
      challenge(clientSecretToken, (success) => external('REFRESH_ORDER', { success, step: success ? 'COMPLETED' : 'FAILED' }));
      external('REFRESH_ORDER', { success: true, step: 'DISPLAYED', height: height() });
    },
  };

  addEventListener('message', async ({ source, origin, data }) => {
    if (source !== parent || !settings.origins.includes(origin)) return;
    parentOrigin = origin;
    const { actionType, type, payload } = data ?? {};
    if (Object.hasOwn(pigiActions, actionType ?? '')) {
      try {
        pigi(actionType, await pigiActions[actionType](payload ?? {}));
      } catch (error) {
        say(error.message);
        pigi(actionType, { success: false });
      }
      return;
    }
    const name = String(type ?? '').replace('EXTERNAL_PAYMENT_GATEWAY_', '');
    if (Object.hasOwn(externalActions, name)) externalActions[name](payload ?? {});
  });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (at('use-card').hidden) return;
    const card = tokenize();
    if (!card) return;
    external('TOKENIZING_IN_PROGRESS', { success: true });
    external('ADD_PAYMENT', order ? payment(card) : { ...card, gateway_public_id: settings.gateway });
    external('TOKENIZING_COMPLETED', { success: true });
    form.reset();
  });

  // ---- looks ----

  const mediaRules = [];

  function wear({ cssRules, mediaRules: media }) {
    addStyle(cssRules);
    for (const { conditionText, cssRules: rules } of media) {
      const style = addStyle(rules);
      style.disabled = true;
      mediaRules.push({ conditionText, style });
    }
  }

  function addStyle(rules) {
    const style = document.createElement('style');
    style.nonce = settings.nonce;
    style.textContent = rules.map((rule) => rule.cssText).join('\n');
    document.head.append(style);
    return style.sheet;
  }

  /** The rules were written for the shop's window, so the shop says when they hold. */
  function matchMediaRules(conditionText, matches) {
    for (const rule of mediaRules) if (rule.conditionText === conditionText) rule.style.disabled = !matches;
  }

  wear(settings.styleSheet);
  new ResizeObserver(() => {
    pigi('PIGI_UPDATE_HEIGHT', {});
    external('UPDATE_HEIGHT', { success: true, height: height() });
  }).observe(at('page'));
  pigi('PIGI_INITIALIZED', {});
  external('INITIALIZED', { success: true, height: height() });
})();
