// The order's own API, as far as a payment needs it. The token names shop and order, so nothing else has to be given.

/** What the shopper is told; anything else that is thrown is a fault. */
class Refusal extends Error {}

class OrderApi {
  /**
   * @param {string} host Where the checkout is, without a slash at the end.
   * @param {string} token The order's JWT.
   */
  constructor(host, token, say) {
    const { payload } = JSON.parse(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')));
    this.address = `${host}/checkout/storefront/${payload.shop_identifier}/${payload.public_order_id}`;
    this.publicOrderId = payload.public_order_id;
    this.token = token;
    this.say = say;
  }

  async call(method, path, body) {
    let answer;
    try {
      answer = await fetch(`${this.address}${path}`, {
        method,
        headers: { Authorization: `Bearer ${this.token}`, 'Content-Type': 'application/json', Accept: 'application/json' },
        body: body && JSON.stringify(body),
      });
    } catch {
      throw new Refusal(this.say('offline'));
    }
    const read = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Refusal(read.errors?.[0]?.message ?? this.say('failed'));
    return read.data;
  }

  gateways = () => this.call('GET', '/payments/gateways');

  async state() {
    return (await this.call('GET', '/refresh')).application_state;
  }

  /**
   * Puts the tender on the order in place of one that was given here before and not asked for yet. The amount is what is
   * due; null when nothing is.
   */
  async pay(gateway, tender) {
    let state = await this.state();
    const earlier = state.payments.filter((p) => p.gateway_public_id === gateway.public_id && p.status === 'awaitingPreAuth');
    for (const { id } of earlier) state = (await this.call('DELETE', '/payments', { token: id })).application_state;
    if (state.order_balance <= 0) return null;
    const added = await this.call('POST', '/payments', {
      retain: false, ...tender, gateway_public_id: gateway.public_id, amount: state.order_balance, currency: state.currency.iso_code,
    });
    return added.payment;
  }

  /** Tells the checkout to ask the gateway what became of the shopper's confirmation. */
  confirmed(secret, gatewayType, outcome) {
    return this.call('POST', '/payments/on_sca', { order_id: secret, public_order_id: this.publicOrderId, gateway_type: gatewayType, outcome });
  }
}
