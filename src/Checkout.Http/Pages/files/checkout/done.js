// After placing: thanks, what happens next; later, how far the order is.
import { element } from '../shared/element.js';

export function done(page) {
  const { words, state, settings } = page;
  const name = state.customer?.first_name;
  const shipped = state.line_items.filter((l) => l.fulfilled_quantity >= l.product_data.quantity).length;
  const some = state.line_items.some((l) => l.fulfilled_quantity > 0);
  const status = settings.canceled ? ['danger', words.canceled]
    : shipped === state.line_items.length && shipped > 0 ? ['success', words.shippedAll]
    : some ? ['warning', words.shippedSome] : ['success', words.preparing];
  const title = element('h1', { tabIndex: -1 }, name ? words.thanks(name) : words.thanksPlain);
  const address = state.addresses.shipping?.country ? state.addresses.shipping : null;
  const lines = address && [
    `${address.first_name} ${address.last_name}`.trim(), address.business_name, address.address_line_1, address.address_line_2,
    [address.city, address.province_code, address.postal_code].filter(Boolean).join(' '), address.country].filter(Boolean);
  const paid = state.payments.filter((p) => p.status !== 'failed' && p.status !== 'voided');
  const part = (heading, ...content) => element('section', {}, element('h2', {}, heading), ...content);
  return {
    title,
    content: [
      element('section', {}, title,
        element('p', {}, element('strong', {}, words.number(settings.orderNumber)), ' ', element('span', { className: `pill notice ${status[0]}` }, status[1])),
        element('p', {}, words.next(state.customer?.email_address ?? ''))),
      lines ? part(words.deliverTo, element('p', {}, ...lines.flatMap((l, i) => (i ? [element('br'), l] : [l])))) : null,
      paid.length ? part(words.paidWith, element('ul', {}, ...paid.map((p) => element('li', {},
        `${p.display_string || [p.brand, p.lineText].filter(Boolean).join(' ') || p.type}: ${page.money(p.amount)}`)))) : null,
      settings.linkToShop ? element('p', {}, element('a', { href: settings.linkToShop }, words.back)) : null,
    ].filter(Boolean),
  };
}
