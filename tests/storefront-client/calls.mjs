// Which of the library's calls were really seen on the wire, so that none is forgotten.
const seen = new Set();
const fetched = globalThis.fetch;

globalThis.fetch = (input, init = {}) => {
  const path = new URL(input).pathname.replace(/^\/checkout\/storefront\/[^/]+\/[^/]+/, '');
  seen.add(`${init.method ?? 'GET'} ${path}`);
  return fetched(input, init);
};

const functions = new Set();

export function called(name, work) {
  functions.add(name);
  return work();
}

export const functionsCalled = () => functions;

/** True when a request of this method reached this path, or one below it. */
export const reached = (method, path) => [...seen].some((call) => call === `${method} ${path}` || call.startsWith(`${method} ${path}/`));
