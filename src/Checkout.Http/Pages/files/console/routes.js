// Which page an address shows, and where the navigation leads.
import { customer, customers } from './customers.js';
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
export const places = [
  { name: 'home', to: '/', scope: 'read_orders' },
  { name: 'orders', to: '/orders', scope: 'read_orders' },
  { name: 'work', to: '/work', scope: 'read_orders' },
  { name: 'products', to: '/products', scope: 'read_products' },
  { name: 'gift', to: '/gift-cards', scope: 'read_orders' },
  { name: 'customers', to: '/customers', scope: 'read_customers' },
  { name: 'webhooks', to: '/webhooks', scope: 'read_webhooks' },
  { name: 'shop', to: '/shop', scope: 'read_shop_settings', isSetting: true },
  { name: 'tokens', to: '/tokens', scope: 'read_shop_settings', isSetting: true },
];

const scopeOf = (name) => places.find((place) => place.name === name).scope;
const route = (path, place, page) => ({ path, place, page, scope: scopeOf(place) });

export const routes = [
  route(/^$/, 'home', home),
  route(/^\/orders$/, 'orders', orders),
  route(/^\/orders\/([^/]+)$/, 'orders', order),
  route(/^\/work$/, 'work', work),
  route(/^\/products$/, 'products', products),
  route(/^\/products\/([^/]+)$/, 'products', product),
  route(/^\/gift-cards$/, 'gift', giftCards),
  route(/^\/gift-cards\/([^/]+)$/, 'gift', giftCard),
  route(/^\/customers$/, 'customers', customers),
  route(/^\/customers\/([^/]+)$/, 'customers', customer),
  route(/^\/webhooks$/, 'webhooks', webhooks),
  route(/^\/webhooks\/([^/]+)$/, 'webhooks', webhook),
  route(/^\/shop$/, 'shop', shop),
  route(/^\/tokens$/, 'tokens', tokens),
];
