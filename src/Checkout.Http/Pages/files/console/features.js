// What this host's API has, as the page that came with it says: a page or a button of anything else is not shown.

const calls = new Set(JSON.parse(document.getElementById('calls').textContent));

const needed = {
  summary: ['GET checkout/shop/*/summary', 'GET checkout/orders/*'],
  orders: ['GET checkout/orders/*'],
  notes: ['POST checkout/orders/*/*/notes'],
  letters: ['POST checkout/orders/*/*/letters'],
  work: ['GET checkout/shop/*/work', 'POST checkout/shop/*/work/*/run'],
  products: ['GET checkout/shop/*/products', 'PATCH checkout/shop/*/products/*/stock', 'GET checkout/shop/*/products/*/stock/moves'],
  gift: ['GET checkout/shop/*/gift_cards', 'POST checkout/shop/*/gift_cards', 'GET checkout/shop/*/gift_cards/*'],
  giftLetters: ['POST checkout/shop/*/gift_cards/*/send'],
  customers: ['GET checkout/shop/*/customers', 'GET checkout/shop/*/customers/*'],
  tokens: ['GET checkout/shop/*/api_tokens', 'POST checkout/shop/*/api_tokens'],
  deliveries: ['GET checkout/shop/*/webhooks/*/deliveries'],
  webhookTest: ['POST checkout/shop/*/webhooks/*/test'],
  webhookChange: ['PATCH checkout/shop/*/webhooks/*'],
  resend: ['POST checkout/shop/*/webhooks/*/deliveries/*/resend'],
  replayAll: ['POST checkout/shop/*/dead_letters/replay'],
  erase: ['DELETE checkout/shop/*/customers/*'],
  removeProduct: ['DELETE checkout/shop/*/products/*'],
};

export const has = (feature) => needed[feature].every((call) => calls.has(call));
