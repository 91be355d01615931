// The Backend and Administration API of one shop, with the token that was typed in.

const again = new Set([408, 429, 502, 503, 504, 530, 544]);
const pauses = [300, 800, 1500];

/** The checkout said no: `errors` are its entries, each with message, field and sub_type. */
export class Refused extends Error {
  constructor(status, errors) {
    super(errors[0]?.message ?? `HTTP ${status}`);
    Object.assign(this, { status, errors });
  }
}

/** Nobody knows whether the call arrived. */
export class Unanswered extends Error {}

export class Api {
  constructor({ shop, token }) {
    Object.assign(this, { shop, token });
  }

  /** Under /checkout/shop/{shop}. */
  ofShop = (path = '') => `/checkout/shop/${encodeURIComponent(this.shop)}${path}`;

  /** Under /checkout/orders/{shop}. */
  ofOrders = (path = '') => `/checkout/orders/${encodeURIComponent(this.shop)}${path}`;

  ofOrder = (id, path = '') => this.ofOrders(`/${encodeURIComponent(id)}${path}`);

  get = (path, query = {}, signal = undefined) => this.data('GET', withQuery(path, query), { signal, isSafe: true });
  post = (path, body = {}) => this.data('POST', path, { body });
  patch = (path, body) => this.data('PATCH', path, { body, isSafe: true });
  put = (path, body, headers) => this.data('PUT', path, { body, headers });
  remove = (path) => this.data('DELETE', path, { isSafe: true });

  /** A call that does its work once however often it is sent: its body has a key. */
  postOnce = (path, body) => this.data('POST', path, { body, isSafe: true });

  /** A file that is streamed. */
  async file(path) {
    const answer = await this.once('GET', path, undefined, { accept: '*/*' });
    if (!answer) throw new Unanswered(path);
    if (!answer.ok) throw await refusal(answer);
    return answer.blob();
  }

  async data(method, path, options) {
    return (await this.call(method, path, options)).data;
  }

  /** Answers {data, etag}. A safe call is sent again when its answer is lost. */
  async call(method, path, { body, headers = {}, signal, isSafe = false } = {}) {
    for (let tries = 0; ; tries++) {
      const answer = await this.once(method, path, body, headers, signal);
      if (answer?.ok) return { data: (await answer.json().catch(() => ({}))).data, etag: answer.headers.get('etag') };
      if (answer && !(again.has(answer.status) && isSafe && tries < pauses.length)) throw await refusal(answer);
      if (!answer && (!isSafe || tries >= pauses.length || !navigator.onLine)) throw new Unanswered(path);
      const wait = Number(answer?.headers.get('retry-after')) * 1000;
      await new Promise((done) => {
        setTimeout(done, Math.min(wait || pauses[tries], 5000));
      });
    }
  }

  async once(method, path, body, headers, signal) {
    try {
      return await fetch(path, {
        method,
        signal,
        cache: 'no-store',
        credentials: 'same-origin',
        referrerPolicy: 'no-referrer',
        headers: {
          accept: 'application/json',
          'x-checkout-console': '1',
          ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      return null;
    }
  }
}

function withQuery(path, query) {
  const parameters = new URLSearchParams(
    Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}

async function refusal(answer) {
  const body = await answer.json().catch(() => ({}));
  const errors = (body.errors ?? []).map((error) => (typeof error === 'string' ? { message: error, field: '', sub_type: '' } : error));
  return new Refused(answer.status, errors);
}
