// Which page an address shows, and where the navigation leads.
import { customer, customers } from './customers.js';
import { has } from './features.js';
import { giftCard, giftCards } from './gift-cards.js';
import { home } from './home.js';
import { order } from './order.js';
import { orders } from './orders.js';
import { product, products } from './products.js';
import { shop } from './shop.js';
import { tokens } from './tokens.js';
import { webhook, webhooks } from './webhooks.js';
import { work } from './work.js';

/** In the order of the navigation; a place is there for whoever has its scope. */
const all = [
  { name: 'home', to: '/', scope: 'read_orders', feature: 'summary' },
  { name: 'orders', to: '/orders', scope: 'read_orders', feature: 'orders' },
  { name: 'work', to: '/work', scope: 'read_orders', feature: 'work' },
  { name: 'products', to: '/products', scope: 'read_products', feature: 'products' },
  { name: 'gift', to: '/gift-cards', scope: 'read_orders', feature: 'gift' },
  { name: 'customers', to: '/customers', scope: 'read_customers', feature: 'customers' },
  { name: 'webhooks', to: '/webhooks', scope: 'read_webhooks' },
  { name: 'shop', to: '/shop', scope: 'read_shop_settings', isSetting: true },
  { name: 'tokens', to: '/tokens', scope: 'read_shop_settings', isSetting: true, feature: 'tokens' },
];

export const places = all.filter((place) => !place.feature || has(place.feature));

const scopeOf = (name) => all.find((place) => place.name === name).scope;
const route = (path, place, page, feature = null) => ({ path, place, page, feature, scope: scopeOf(place) });

const known = [
  route(/^$/, 'home', home),
  route(/^\/orders$/, 'orders', orders),
  route(/^\/orders\/([^/]+)$/, 'orders', order, 'notes'),
  route(/^\/work$/, 'work', work),
  route(/^\/products$/, 'products', products),
  route(/^\/products\/([^/]+)$/, 'products', product),
  route(/^\/gift-cards$/, 'gift', giftCards),
  route(/^\/gift-cards\/([^/]+)$/, 'gift', giftCard),
  route(/^\/customers$/, 'customers', customers),
  route(/^\/customers\/([^/]+)$/, 'customers', customer),
  route(/^\/webhooks$/, 'webhooks', webhooks),
  route(/^\/webhooks\/([^/]+)$/, 'webhooks', webhook, 'deliveries'),
  route(/^\/shop$/, 'shop', shop),
  route(/^\/tokens$/, 'tokens', tokens),
];

export const routes = known.filter(({ place, feature }) => (feature ? has(feature) : places.some(({ name }) => name === place)));
