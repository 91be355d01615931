// Around every page: where one can go, the search box, and what is wrong with the connection.
import { element } from '../shared/element.js';
import { icon } from './icons.js';
import { places } from './routes.js';

const onPhone = ['home', 'orders', 'work', 'products'];

export function frame({ app, base, leave }) {
  const { words, me, can } = app;
  const main = element('main', { id: 'main', tabIndex: -1 });
  const links = new Map();

  const item = (place) => {
    const link = element(
      'a',
      { href: `${base}${place.to}`, className: 'place' },
      icon(place.name),
      element('span', {}, words.nav[place.name]),
    );
    links.set(link, place);
    return link;
  };
  const open = places.filter((place) => !place.scope || can(place.scope));
  const list = (some) => element('ul', {}, ...some.map((place) => element('li', {}, item(place))));
  const identity = () =>
    element(
      'div',
      { className: 'who' },
      element('span', { className: 'quiet who-name', title: me.name }, me.name),
      element(
        'button',
        { type: 'button', className: 'icon-button', 'aria-label': words.signOut, title: words.signOut, onclick: leave },
        icon('out'),
      ),
    );

  const side = element(
    'nav',
    { className: 'side', 'aria-label': words.console },
    element(
      'a',
      { href: `${base}/`, className: 'shop-name' },
      element('span', { className: 'initial', 'aria-hidden': 'true' }, me.shop_name.slice(0, 1)),
      element('span', {}, me.shop_name),
    ),
    list(open.filter((place) => !place.isSetting)),
    element('hr', {}),
    list(open.filter((place) => place.isSetting)),
    identity(),
  );

  const rest = open.filter((place) => !onPhone.includes(place.name));
  const sheet = element('div', { className: 'sheet', id: 'more', hidden: true }, list(rest), identity());
  const more = element(
    'button',
    { type: 'button', className: 'place', 'aria-expanded': 'false', 'aria-controls': 'more' },
    icon('more'),
    element('span', {}, words.more),
  );
  const fold = (isOpen) => {
    sheet.hidden = !isOpen;
    more.setAttribute('aria-expanded', String(isOpen));
  };
  more.addEventListener('click', () => fold(sheet.hidden));
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !sheet.hidden) {
      fold(false);
      more.focus();
    }
  });
  const bar = element(
    'nav',
    { className: 'bar', 'aria-label': words.menu },
    sheet,
    element(
      'ul',
      {},
      ...open.filter((place) => onPhone.includes(place.name)).map((place) => element('li', {}, item(place))),
      element('li', {}, more),
    ),
  );

  const box = element('input', {
    type: 'search',
    name: 'find',
    placeholder: words.searchHint,
    'aria-label': words.search,
    autocomplete: 'off',
    enterKeyHint: 'search',
  });
  const find = element('form', { className: 'find', role: 'search' }, icon('search'), box, element('kbd', { 'aria-hidden': 'true' }, '/'));
  find.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = box.value.trim();
    box.blur();
    app.go(text ? `${base}/orders?search=${encodeURIComponent(text)}` : `${base}/orders`);
  });
  box.addEventListener('keydown', (event) => event.key === 'Escape' && box.blur());

  const offline = element('p', { className: 'offline', role: 'status', hidden: true }, words.states.offline);
  const skip = element('a', { href: '#main', className: 'skip' }, words.skip);
  skip.addEventListener('click', (event) => {
    event.preventDefault();
    main.focus();
  });

  return {
    box: element(
      'div',
      { className: 'shell' },
      skip,
      side,
      element('div', { className: 'right' }, element('div', { className: 'top', hidden: !can('read_orders') }, find), offline, main),
      bar,
    ),
    main,
    mark(route) {
      fold(false);
      const url = new URL(location.href);
      if (document.activeElement !== box) box.value = url.pathname === `${base}/orders` ? (url.searchParams.get('search') ?? '') : '';
      for (const [link, place] of links) {
        if (route?.place === place.name) link.setAttribute('aria-current', 'page');
        else link.removeAttribute('aria-current');
      }
      more.classList.toggle(
        'current',
        rest.some((place) => place.name === route?.place),
      );
    },
    search() {
      box.focus();
      box.select();
    },
    connection(isOnline) {
      offline.hidden = isOnline;
    },
    keys() {
      app.dialog({
        title: words.keys.title,
        cancel: words.close,
        confirm: words.close,
        run: async () => true,
        content: [
          element(
            'dl',
            { className: 'keys' },
            ...words.keys.rows.map(([key, what]) =>
              element('div', {}, element('dt', {}, ...key.split(/\s+/).map((k) => element('kbd', {}, k))), element('dd', {}, what)),
            ),
          ),
        ],
      });
    },
  };
}
