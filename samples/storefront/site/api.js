import * as library from './vendor/checkout-library.js';

const retries = 5;
let waiting = 0;
let resume = () => Promise.reject(new Error('No order yet.'));

/** How a session whose JWT expired is renewed; the shop's backend does that. */
export function renewWith(renew) {
  resume = renew;
}

/**
 * Calls a function of the library, retrying what is worth it, with the busy state on.
 * Returns { ok, response, errors }; errors are always in the API's shape.
 */
export async function call(what, name, ...parameters) {
  const answer = await busy(what, () => library[name](...parameters, retries));
  if (answer.status === 401 && errorsOf(answer).some((e) => e.message === 'Expired JWT')) {
    await resume();
    return result(await busy(what, () => library[name](...parameters, retries)));
  }
  return result(answer);
}

export async function busy(what, work) {
  say(what);
  waiting++;
  document.body.classList.add('busy');
  document.querySelector('main').setAttribute('aria-busy', 'true');
  try {
    return await work();
  } finally {
    if (--waiting === 0) {
      document.body.classList.remove('busy');
      document.querySelector('main').removeAttribute('aria-busy');
    }
  }
}

export const isBusy = () => waiting > 0;

/** Tells screen readers what is going on. */
export function say(text) {
  document.getElementById('status').textContent = text;
}

function result(answer) {
  return { ok: answer.success, status: answer.status, response: answer.response, errors: answer.success ? [] : errorsOf(answer) };
}

function errorsOf(answer) {
  const errors = answer.error?.body?.errors ?? answer.response?.errors ?? [];
  const list = errors.map((e) => (typeof e === 'string' ? { field: '', message: e } : e));
  return list.length > 0 ? list : [{ field: '', message: sorry(answer.status) }];
}

function sorry(status) {
  return status === 0
    ? 'The shop cannot be reached. Check your connection and try again.'
    : 'Something went wrong on our side. Nothing was lost; please try again.';
}
