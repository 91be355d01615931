// The card form in a frame. It answers the message protocols of the storefront library: PIGI_* (the page adds the payment
// itself), EXTERNAL_PAYMENT_GATEWAY_* (the page hands the token to the shop, which adds the payment) and *_SPI_* of boosters.

const settings = JSON.parse(document.getElementById('settings').textContent);
const at = (id) => document.getElementById(id);
const form = at('card');

const texts = {
  en: {
    number: 'Card number', expiry: 'Expires (MM/YY)', cvc: 'Security code', name: 'Name on card', use: 'Use this card',
    note: 'Test gateway: no money moves. 4242 4242 4242 4242 is accepted.',
    sca: 'Your bank asks you to confirm this payment', confirm: 'Confirm', decline: 'Decline',
    badNumber: 'This is not a card number.', noTestCard: 'Only test cards work here, such as 4242 4242 4242 4242.',
    badExpiry: 'Enter month and year, such as 04/30.', expired: 'This card has expired.',
    badCvc: 'Enter all digits of the security code.', badName: 'Enter the name on the card.',
    failed: 'The payment could not be added. Try again.', declined: 'The payment was not confirmed. Try again or use another card.',
  },
  fr: {
    number: 'Numéro de carte', expiry: 'Expiration (MM/AA)', cvc: 'Code de sécurité', name: 'Nom sur la carte', use: 'Utiliser cette carte',
    note: 'Passerelle de test : aucun paiement réel. 4242 4242 4242 4242 est acceptée.',
    sca: 'Votre banque vous demande de confirmer ce paiement', confirm: 'Confirmer', decline: 'Refuser',
    badNumber: 'Ce n’est pas un numéro de carte.', noTestCard: 'Seules les cartes de test fonctionnent ici, par exemple 4242 4242 4242 4242.',
    badExpiry: 'Indiquez le mois et l’année, par exemple 04/30.', expired: 'Cette carte est expirée.',
    badCvc: 'Indiquez tous les chiffres du code de sécurité.', badName: 'Indiquez le nom sur la carte.',
    failed: 'Le paiement n’a pas pu être ajouté. Réessayez.', declined: 'Le paiement n’a pas été confirmé. Réessayez ou utilisez une autre carte.',
  },
  de: {
    number: 'Kartennummer', expiry: 'Gültig bis (MM/JJ)', cvc: 'Prüfziffer', name: 'Name auf der Karte', use: 'Diese Karte verwenden',
    note: 'Test-Gateway: Es fließt kein Geld. 4242 4242 4242 4242 wird angenommen.',
    sca: 'Ihre Bank bittet Sie, diese Zahlung zu bestätigen', confirm: 'Bestätigen', decline: 'Ablehnen',
    badNumber: 'Das ist keine Kartennummer.', noTestCard: 'Hier gehen nur Testkarten, zum Beispiel 4242 4242 4242 4242.',
    badExpiry: 'Geben Sie Monat und Jahr an, zum Beispiel 04/30.', expired: 'Diese Karte ist abgelaufen.',
    badCvc: 'Geben Sie alle Ziffern der Prüfziffer an.', badName: 'Geben Sie den Namen auf der Karte an.',
    failed: 'Die Zahlung konnte nicht hinzugefügt werden. Versuchen Sie es noch einmal.', declined: 'Die Zahlung wurde nicht bestätigt. Versuchen Sie es noch einmal oder nehmen Sie eine andere Karte.',
  },
  es: {
    number: 'Número de tarjeta', expiry: 'Caducidad (MM/AA)', cvc: 'Código de seguridad', name: 'Nombre en la tarjeta', use: 'Usar esta tarjeta',
    note: 'Pasarela de prueba: no se mueve dinero. Se acepta 4242 4242 4242 4242.',
    sca: 'Su banco le pide que confirme este pago', confirm: 'Confirmar', decline: 'Rechazar',
    badNumber: 'No es un número de tarjeta.', noTestCard: 'Aquí solo funcionan tarjetas de prueba, como 4242 4242 4242 4242.',
    badExpiry: 'Indique mes y año, por ejemplo 04/30.', expired: 'Esta tarjeta ha caducado.',
    badCvc: 'Indique todas las cifras del código de seguridad.', badName: 'Indique el nombre que figura en la tarjeta.',
    failed: 'No se pudo añadir el pago. Inténtelo de nuevo.', declined: 'El pago no se confirmó. Inténtelo de nuevo o use otra tarjeta.',
  },
};
let language = 'en';
const text = (key) => texts[language][key];

function speak(wanted) {
  language = languageOf(wanted);
  document.documentElement.lang = language;
  at('page').ariaLabel = words[language].frame;
  document.querySelectorAll('[data-text]').forEach((node) => { node.textContent = text(node.dataset.text); });
}

function say(message) {
  at('form-error').textContent = message;
  at('form-error').hidden = !message;
}

// ---- the card and the order ----

const isStripe = settings.type === 'stripe';
const card = isStripe ? new StripeCard(settings.gateway, { language: settings.language }) : new CardForm(form, { cards: settings.cards, text });
const order = new OrderApi(settings.host, settings.token, (key) => words[languageOf(language)][key]);

/** The last that was heard of the order; the shop's page may tell it. */
let state = null;

function clearErrors() {
  card.clearErrors();
  say('');
}

/** Says what can be said to the shopper, unless a field says it already; what else is thrown is a fault, and the page says so too. */
function explain(error) {
  if (!(error instanceof FieldRefusal)) say(error instanceof Refusal ? error.message : text('failed'));
}

/** The payment that the order has of this card now; null when nothing is due. Throws after saying why not. */
async function addPayment(details, retain = false) {
  clearErrors();
  try {
    card.keep(retain);
    return await order.pay(settings.gateway, { ...(await card.tender(details)), retain });
  } catch (error) {
    explain(error);
    throw error;
  }
}

// ---- strong customer authentication ----

let secret = '';
let answerChallenge = () => {};

function challenge(clientSecretToken, done) {
  secret = clientSecretToken ?? '';
  answerChallenge = done;
  say('');
  if (isStripe) {
    spi('ENABLE_FULLSCREEN', {});
    card.challenge(secret)
      .then((isConfirmed) => decide(isConfirmed ? undefined : 'declined'), (error) => {
        explain(error);
        done(false);
      })
      .finally(() => spi('DISABLE_FULLSCREEN', {}));
    return;
  }
  show('sca');
  at('sca-title').focus();
}

async function decide(outcome) {
  try {
    await order.confirmed(secret, settings.type, outcome);
    card.reset?.();
    show('card');
    answerChallenge(outcome !== 'declined');
  } catch (error) {
    show('card');
    say(outcome === 'declined' ? text('declined') : error.message);
    answerChallenge(false);
  }
}

function show(id) {
  for (const part of ['card', 'sca']) at(part).hidden = part !== id;
}

at('sca-confirm').addEventListener('click', () => decide(undefined));
at('sca-decline').addEventListener('click', () => decide('declined'));

// ---- messages ----

// Only pages that the shop allows can frame this one (frame-ancestors), and none of them learns more than it may
// read through the API anyway, so the parent need not be known before it has spoken.
let parentOrigin = '*';
const height = () => Math.ceil(at('page').getBoundingClientRect().height);
const post = (message) => parent.postMessage(message, parentOrigin);
const pigi = (responseType, payload) => post({ responseType, payload: { success: true, height: height(), ...payload } });
const external = (type, payload) => post({ type: `EXTERNAL_PAYMENT_GATEWAY_${type}`, payload });
const spi = (type, payload) => post({ eventType: `EVENT_SPI_${type}`, payload: { height: height(), ...payload } });

const pigiActions = {
  PIGI_UPDATE_LANGUAGE: ({ language: wanted }) => speak(wanted),
  PIGI_UPDATE_MEDIA_MATCH: ({ conditionText, matches }) => matchMediaRules(conditionText, matches),
  PIGI_REFRESH_ORDER: async () => {
    state = await order.state();
    card.due?.(state.order_balance);
  },
  PIGI_ADD_PAYMENT: () => addPayment().then(() => ({ success: true, paymentType: 'credit_card' }), () => ({ success: false, paymentType: 'credit_card' })),
  PIGI_DISPLAY_ERROR_MESSAGE: (payload) => say(payload.message ?? payload.error?.message ?? text('failed')),
  PIGI_CLEAR_ERROR_MESSAGES: clearErrors,
  PIGI_SELECT_PAYMENT_METHOD: () => card.focus(),
  PIGI_HIDE_CREDIT_CARD_OPTION: () => { form.hidden = true; },
  PIGI_HANDLE_SCA: ({ clientSecretToken }) => {
    challenge(clientSecretToken, (success) => pigi('PIGI_HANDLE_SCA', { success, step: success ? 'COMPLETED' : 'FAILED' }));
    return { step: 'DISPLAYED' };
  },
};

const externalActions = {
  SET_CONFIG: () => { at('use-card').hidden = false; },
  UPDATE_STATE: (told) => { state = told?.application_state ?? state; },
  UPDATE_LANGUAGE: ({ language: wanted }) => speak(wanted),
  UPDATE_MEDIA_MATCH: ({ conditionText, matches }) => matchMediaRules(conditionText, matches),
  HANDLE_SCA: ({ clientSecretToken }) => {
    challenge(clientSecretToken, (success) => external('REFRESH_ORDER', { success, step: success ? 'COMPLETED' : 'FAILED' }));
    external('REFRESH_ORDER', { success: true, step: 'DISPLAYED', height: height() });
  },
};

async function tokenizeForBooster({ retain, ...details }) {
  try {
    const payment = await addPayment(details, retain === true);
    spi('TOKENIZED', { success: true, payload: { success: true, data: { payment_id: payment?.id } } });
  } catch (error) {
    spi('TOKENIZE_FAILED', { success: false, message: error instanceof FieldRefusal || !(error instanceof Refusal) ? '' : error.message });
  }
}

addEventListener('message', async ({ source, origin, data }) => {
  if (source !== parent || !settings.origins.includes(origin)) return;
  parentOrigin = origin;
  const { actionType, type, payload } = data ?? {};
  if (actionType === 'ACTION_SPI_TOKENIZE') {
    await tokenizeForBooster(payload ?? {});
    return;
  }
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

// Enter in any field: the button's work where there is one, else the page around is told that the card is typed.
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (at('use-card').hidden) {
    spi('SUBMIT', {});
    return;
  }
  clearErrors();
  external('TOKENIZING_IN_PROGRESS', { success: true });
  try {
    const tender = { ...(await card.tender()), gateway_public_id: settings.gateway.public_id };
    external('ADD_PAYMENT', state ? { ...tender, amount: state.order_balance, currency: state.currency.iso_code, retain: false } : tender);
    card.reset?.();
  } catch (error) {
    explain(error);
  } finally {
    external('TOKENIZING_COMPLETED', { success: true });
  }
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

async function begin() {
  speak(settings.language);
  wear(settings.styleSheet);
  new ResizeObserver(() => {
    pigi('PIGI_UPDATE_HEIGHT', {});
    external('UPDATE_HEIGHT', { success: true, height: height() });
    spi('UPDATE_HEIGHT', {});
  }).observe(at('page'));
  if (isStripe) {
    at('fields').hidden = true;
    state = await order.state();
    await card.mount(at('stripe'), { amount: state.order_balance, currency: state.currency.iso_code });
  }
  pigi('PIGI_INITIALIZED', {});
  external('INITIALIZED', { success: true, height: height() });
  spi('INITIALIZED', {});
}

begin().catch((error) => {
  explain(error);
  spi('INITIALIZED', {});
});
