// Who is it: a shop and a token of it, or Microsoft Entra ID where that is in front of the host.
import { element } from '../shared/element.js';
import { allRight, field, input } from '../shared/field.js';
import { Refused } from './api.js';

export function signIn({ words, message, shop, hasEntra, enter }) {
  const needed = (text) => (text ? null : words.needed);
  const shopField = field(words.shopId, input({ name: 'shop', autocomplete: 'organization', required: true, value: shop }), {
    check: needed,
  });
  const tokenField = field(words.token, input({ name: 'token', type: 'password', autocomplete: 'current-password', required: true }), {
    check: needed,
  });
  if (shop) shopField.control.setAttribute('value', shop);
  const problem = element('p', { className: 'notice danger', role: 'alert' }, message);
  const press = element('button', { type: 'submit', className: 'button primary wide-button' }, words.signIn);
  let isBusy = false;

  const attempt = async (token) => {
    if (isBusy) return;
    isBusy = true;
    press.setAttribute('aria-disabled', 'true');
    press.textContent = words.signingIn;
    problem.textContent = '';
    try {
      await enter({ shop: shopField.value, token });
    } catch (error) {
      problem.textContent = !(error instanceof Refused)
        ? words.states.unanswered + '. ' + words.states.unansweredHint
        : error.status === 404
          ? words.noShop
          : error.status === 401 || error.status === 403
            ? words.wrongToken
            : error.message;
    } finally {
      isBusy = false;
      press.removeAttribute('aria-disabled');
      press.textContent = words.signIn;
    }
  };

  const form = element(
    'form',
    { noValidate: true },
    shopField.box,
    tokenField.box,
    element('p', { className: 'quiet' }, words.tokenHint),
    problem,
    press,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (allRight(shopField, tokenField)) attempt(tokenField.value);
  });
  const entra = hasEntra
    ? element(
        'div',
        { className: 'entra' },
        element('p', { className: 'quiet' }, words.or),
        element(
          'button',
          {
            type: 'button',
            className: 'button wide-button',
            async onclick() {
              if (!allRight(shopField)) return;
              const known = await fetch('/.auth/me').then(
                (a) => (a.ok ? a.json() : []),
                () => [],
              );
              if (known.length > 0) await attempt('');
              else
                location.assign(
                  `/.auth/login/aad?post_login_redirect_uri=${encodeURIComponent(`/console/?shop=${encodeURIComponent(shopField.value)}`)}`,
                );
            },
          },
          words.entra,
        ),
      )
    : null;

  return element(
    'main',
    { className: 'sign-in' },
    element(
      'div',
      { className: 'card' },
      element('img', { src: new URL('../shared/icon.svg', import.meta.url).href, alt: '', width: 40, height: 40 }),
      element('h1', {}, words.signInTitle),
      form,
      ...(entra ? [entra] : []),
    ),
  );
}
