// The console: who is signed in, the frame around the pages, and which page the address names.
import { element } from '../shared/element.js';
import { openDialog } from '../shared/dialog.js';
import { Api, Refused, Unanswered } from './api.js';
import { formats } from './format.js';
import { frame } from './frame.js';
import { skeleton } from './parts.js';
import { allows, session } from './session.js';
import { signIn } from './sign-in.js';
import { moveInTables } from './table.js';
import { wordsOf } from './words.js';
import { places, routes } from './routes.js';

const base = '/console';
const patience = 200;
const words = wordsOf(navigator.language);
const root = document.getElementById('app');
const live = document.getElementById('live');
let app, shell, asked, shown;

/** What a failed call says to a person. */
const explain = (error) => {
  if (error instanceof Refused) return error.errors.map((e) => e.message).join(' ') || words.states.failed;
  if (error instanceof Unanswered) return words.states.lost;
  console.error(error);
  return words.states.failed;
};

async function start() {
  const known = session.read();
  if (!known) return askWho();
  const api = new Api(known);
  try {
    await enter(api, await api.get(api.ofShop('/me')));
  } catch (error) {
    if (error instanceof Refused && (error.status === 401 || error.status === 404)) return askWho(words.expired);
    root.replaceChildren(element('main', { className: 'alone' }, ...failure(error, start)));
  }
}

function askWho(message = '') {
  session.forget();
  document.title = `${words.signIn} · ${words.console}`;
  root.replaceChildren(
    signIn({
      words,
      message,
      shop: new URLSearchParams(location.search).get('shop') ?? '',
      hasEntra: document.body.dataset.entra === 'true',
      async enter(who) {
        const api = new Api(who);
        const me = await api.get(api.ofShop('/me'));
        session.keep(who);
        await enter(api, me);
      },
    }),
  );
  root.querySelector('input:not([value])')?.focus();
}

async function enter(api, me) {
  app = {
    api,
    me,
    words,
    can: allows(me),
    format: formats(me, words),
    explain,
    go,
    refresh: () => show({ isQuiet: true }),
    /** A dialog in these words. */
    dialog: (options) => openDialog({ cancel: words.cancel, busy: words.working, explain, ...options }),
  };
  shell = frame({
    app,
    base,
    leave: () => {
      session.forget();
      history.replaceState(null, '', `${base}/`);
      // Without a token it is a session of App Service, which alone can end it.
      if (api.token) askWho();
      else location.assign(`/.auth/logout?post_logout_redirect_uri=${encodeURIComponent(`${base}/`)}`);
    },
  });
  root.replaceChildren(shell.box);
  document.documentElement.lang = 'en';
  await show();
}

function go(address, { replace = false } = {}) {
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  return show();
}

const routeOf = (path) => {
  const rest = path.slice(base.length).replace(/\/+$/, '');
  for (const route of routes) {
    const found = route.path.exec(rest);
    if (found) return { route, parts: found.slice(1).map(decodeURIComponent) };
  }
  return { route: null, parts: [] };
};

async function show({ isQuiet = false } = {}) {
  asked?.abort();
  asked = new AbortController();
  const { signal } = asked;
  const home = places.find((place) => app.can(place.scope));
  if (home && /^\/console\/?$/.test(location.pathname)) history.replaceState(null, '', `${base}${home.to}`);
  const url = new URL(location.href);
  const { route, parts } = routeOf(url.pathname);
  const isSame = shown === url.pathname;
  const main = shell.main;
  shell.mark(route);
  const waiting = isQuiet
    ? null
    : setTimeout(() => {
        main.replaceChildren(...skeleton(words));
        scrollTo(0, 0);
      }, patience);
  main.setAttribute('aria-busy', 'true');
  let content, title;
  try {
    if (route?.scope && !app.can(route.scope)) throw new Refused(403, [{ message: '', field: 'scope', scope: route.scope }]);
    const view = route ? await route.page({ ...app, parts, url, query: Object.fromEntries(url.searchParams), signal }) : null;
    if (!view) throw new Refused(404, []);
    ({ content, title } = view);
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof Refused && error.status === 401) return askWho(words.expired);
    content = failure(error, () => show());
    title = words.console;
  } finally {
    clearTimeout(waiting);
  }
  if (signal.aborted) return;
  const focused = document.activeElement?.name && main.contains(document.activeElement) ? document.activeElement.name : null;
  main.replaceChildren(...content.filter(Boolean));
  main.removeAttribute('aria-busy');
  document.title = `${title} · ${app.me.shop_name}`;
  if (!isSame && !isQuiet) {
    scrollTo(0, 0);
    live.textContent = title;
    if (shown) main.querySelector('h1')?.focus({ preventScroll: true });
  } else if (focused) {
    main.querySelector(`[name="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
  shown = url.pathname;
}

function failure(error, again) {
  const { states } = words;
  const retry = element('button', { type: 'button', className: 'button', onclick: again }, words.retry);
  const say = (title, hint, ...next) => [
    element('div', { className: 'failure' }, element('h1', { tabIndex: -1 }, title), element('p', { className: 'quiet' }, hint), ...next),
  ];
  if (error instanceof Unanswered) return say(states.unanswered, states.unansweredHint, retry);
  if (error instanceof Refused && error.status === 403)
    return say(states.forbidden, states.forbiddenHint(error.errors[0]?.scope ?? /scope (\w+)/.exec(error.message)?.[1]));
  if (error instanceof Refused && error.status === 404) return say(states.missing, states.missingHint);
  return say(states.failed, explain(error), retry);
}

addEventListener('popstate', () => shell && show());
addEventListener('click', (event) => {
  const link = event.target.closest('a[href]');
  if (
    !link ||
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey ||
    link.target ||
    link.hasAttribute('download')
  )
    return;
  const address = new URL(link.href);
  if (address.origin !== location.origin || !(address.pathname === base || address.pathname.startsWith(`${base}/`)) || address.hash) return;
  event.preventDefault();
  go(address.pathname + address.search);
});
addEventListener('keydown', (event) => {
  const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
  if (!shell || typing || event.metaKey || event.ctrlKey || event.altKey || document.querySelector('dialog[open]')) return;
  const does = {
    '/': () => shell.search(),
    j: () => moveInTables(1),
    k: () => moveInTables(-1),
    '?': () => shell.keys(),
    ArrowDown: () => document.activeElement?.matches('.row-link') && (moveInTables(1), true),
    ArrowUp: () => document.activeElement?.matches('.row-link') && (moveInTables(-1), true),
  }[event.key];
  if (!does) return;
  if (does() !== false) event.preventDefault();
});
const connection = () => shell?.connection(navigator.onLine);
addEventListener('offline', connection);
addEventListener('online', () => {
  connection();
  shell && show({ isQuiet: true });
});

await start();
