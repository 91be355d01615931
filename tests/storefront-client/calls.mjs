// Which of the library's calls were really seen on the wire, so that none is forgotten.
const seen = new Set();
const costs = new Map();
const fetched = globalThis.fetch;
const storefront = /^\/checkout\/storefront\/[^/]+\/[^/]+/;

globalThis.fetch = async (input, init = {}) => {
  const { pathname } = new URL(input);
  const answer = await fetched(input, init);
  if (!storefront.test(pathname)) return answer;
  const call = `${init.method ?? 'GET'} ${pathname.replace(storefront, '')}`;
  seen.add(call);
  const [, transactions] = /storage;desc="(\d+)"/.exec(answer.headers.get('server-timing') ?? '') ?? [];
  if (transactions) costs.set(call, Math.min(costs.get(call) ?? Infinity, Number(transactions)));
  return answer;
};

/** The fewest storage transactions that each call took, as the host in development tells: a storage that was asked again is no cost of ours. */
export const storageTransactions = () => costs;

const functions = new Set();

export function called(name, work) {
  functions.add(name);
  return work();
}

export const functionsCalled = () => functions;

/** True when a request of this method reached this path, or one below it. */
export const reached = (method, path) => [...seen].some((call) => call === `${method} ${path}` || call.startsWith(`${method} ${path}/`));
