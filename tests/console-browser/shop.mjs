// What a platform and a shopper do at the same time, over the API.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const shop = 'zp3oafdor9';
const token = 'demo-api-token';
const template = JSON.parse(readFileSync(new URL('../../samples/create-order.json', import.meta.url)));

export const credentials = { shop, token };
export const giftCardGateway = 'giftcardgateway0000000000000000000000000000000000000000000000001';
export const declinedMethod = 'declmethod000000000000000000000000000000000000000000000000000001';

export class Shop {
  constructor(url) {
    this.url = url;
  }

  async call(method, path, body, credential = token) {
    const answer = await fetch(this.url + path, {
      method,
      headers: { Authorization: `Bearer ${credential}`, 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : {} };
  }

  async ask(...call) {
    const answer = await this.call(...call);
    assert.ok(answer.status < 300, `${call[0]} ${call[1]}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.data;
  }

  /** An order of one product that is charged at once to the method of that id; what Create Order answers. */
  create({
    email = 'john.doe@example.com',
    name = 'John Doe',
    skus = ['KLS_472945'],
    key = crypto.randomUUID(),
    charges = true,
    method = template.payments[0].public_payment_method_id,
  } = {}) {
    const [first_name, last_name] = name.split(' ');
    return this.call('POST', `/checkout/orders/${shop}/create`, {
      ...template,
      idempotency_key: key,
      discounts: [],
      send_receipt: false,
      cart_items: skus.map((sku, at) => ({ sku, quantity: 1, line_item_key: at === 0 ? 'line' : `line-${at}` })),
      payments: [{ public_payment_method_id: method }],
      ...(charges ? {} : { commands: { ...template.commands, 5: undefined } }),
      customer: {
        first_name,
        last_name,
        email_address: email,
        accepts_marketing: false,
        public_id: template.customer.public_id,
      },
    });
  }

  /** Its public id. */
  async placed(options) {
    const { status, body } = await this.create(options);
    assert.ok(status < 300, `${status} ${JSON.stringify(body)}`);
    return body.data.public_order_id;
  }

  read = (id) => this.ask('GET', `/checkout/orders/${shop}/${id}`);

  init = (sku) => this.ask('POST', `/checkout/orders/${shop}/init`, { cart_items: [{ sku, quantity: 1, line_item_key: 'line' }] });

  /** A shopper who pays with a gift card's code; answers the state of the placed order. */
  async payWithGiftCard(sku, code) {
    const order = await this.init(sku);
    const step = async (method, path, body) => {
      const answer = await this.call(method, `/checkout/storefront/${shop}/${order.public_order_id}${path}`, body, order.jwt_token);
      assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body.data;
    };
    const address = { ...template.shipping_address, business_name: '', phone_number: '2045550100' };
    await step('POST', '/customer/guest', { first_name: 'John', last_name: 'Doe', email_address: 'john.doe@example.com' });
    await step('POST', '/addresses/shipping', address);
    await step('POST', '/addresses/billing', address);
    const lines = await step('GET', '/shipping_lines');
    await step('POST', '/shipping_lines', {
      index: (lines.shipping_lines ?? lines.application_state.shipping.available_shipping_lines)[0].id,
    });
    await step('POST', '/taxes', {});
    await step('POST', '/payments', { gateway_public_id: giftCardGateway, token: code, type: 'gift_card', currency: 'CAD' });
    const placed = await step('POST', '/process_order', {});
    return placed.application_state;
  }
}
