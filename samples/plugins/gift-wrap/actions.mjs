// What the plugin does at each event. Types are written in either case, as plugins in the field do.
export function actionsFor({ event, cart, customer, order, properties }, url) {
  switch (event) {
    case 'initialize_checkout':
      return [
        { type: 'ADD_NOTE', data: { note: `Wrapped order ${order.public_order_id.slice(0, 6)}` } },
        { type: 'add_tag', data: { name: 'gift' } },
        { type: 'add_note_attribute', data: { name: 'wrapped_by', value: 'gift-wrap' } },
        { type: 'add_cart_params', data: { cart_params: { wrap: 'paper' } } },
        { type: 'set_order_created_by', data: { created_by: 'Gift wrap' } },
        { type: 'add_disallowed_line_item_properties', data: { disallowed_line_item_properties: ['_internal'] } },
        ...cart.line_items.slice(0, 1).map((line) => ({
          type: 'add_line_item_property', data: { line_item_key: line.line_item_key, property: { name: 'wrapping', value: 'paper' } },
        })),
        { type: 'OVERRIDE_SHIPPING', data: { url: `${url}/overrides/shipping` } },
        { type: 'no_such_action', data: {} },
      ];
    case 'shipping_address_changed':
      return customer.shipping.country_code === 'CA' ? [{ type: 'add_shipping_lines_value', data: { add: 250, lineText: 'Wrapped, tracked and insured' } }] : [];
    case 'line_items_changed':
      return [{ type: 'DISCOUNT_CART', data: { discountType: 'percentage', discountPercentage: 10, transformationMessage: 'Thank you for adding more' } }];
    case 'app_hook':
      return properties.hook === 'wrap'
        ? [{ type: 'add_fee', data: { id: 'gift-wrap', line_text: 'Gift wrapping', fee_type: 'fixed', taxable: true, value: 1.5 } }]
        : [{ type: 'remove_fee', data: { id: 'gift-wrap' } }];
    case 'order_submitted':
      return [
        { type: 'delay_payment_capture', data: {} },
        { type: 'disable_order_confirmation_email', data: {} },
        { type: 'adjust_line_item_price', data: { line_item_key: cart.line_items[0].line_item_key, value: -100 } },
      ];
    default:
      return [];
  }
}
