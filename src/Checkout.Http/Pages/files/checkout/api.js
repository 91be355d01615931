// The Storefront API for one order: calls go out one after the other, and what may be repeated is repeated.

const again = new Set([408, 429, 502, 503, 504, 530, 544]);
const pauses = [300, 300, 600, 900, 1500];

/** A call that was not answered: nobody knows whether it arrived. */
export class Unanswered extends Error {}

export class Api {
  constructor({ base, token, renew }) {
    Object.assign(this, { base, token, renew });
    this.tail = Promise.resolve();
  }

  get = (path) => this.call('GET', path);
  post = (path, body = {}) => this.call('POST', path, body);
  put = (path, body = {}) => this.call('PUT', path, body);
  remove = (path, body = {}) => this.call('DELETE', path, body);

  /** In turn, so that two changes of one page do not meet. Answers {ok, status, data, errors, state}. */
  call(method, path, body) {
    const turn = this.tail.then(() => this.send(method, path, body));
    this.tail = turn.catch(() => {});
    return turn;
  }

  async send(method, path, body) {
    for (let tries = 0; ; tries++) {
      const answer = await this.once(method, path, body).catch(() => null);
      if (answer?.status === 401 && tries === 0) {
        this.token = await this.renew();
        continue;
      }
      if (answer && !again.has(answer.status)) return read(answer);
      if (tries >= pauses.length) {
        if (answer) return read(answer);
        throw new Unanswered(path);
      }
      const wait = Number(answer?.headers.get('retry-after')) * 1000;
      await new Promise((done) => setTimeout(done, Math.min(wait || pauses[tries], 5000)));
    }
  }

  once(method, path, body) {
    return fetch(this.base + path, {
      method,
      headers: { authorization: `Bearer ${this.token}`, accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body ? JSON.stringify(body) : undefined,
    });
  }
}

async function read(answer) {
  const body = await answer.json().catch(() => ({}));
  return {
    ok: answer.ok,
    status: answer.status,
    body,
    data: body.data,
    errors: (body.errors ?? []).map((error) => (typeof error === 'string' ? { message: error, field: '' } : error)),
    state: body.data?.application_state ?? body.application_state ?? body.data?.data?.application_state,
  };
}
