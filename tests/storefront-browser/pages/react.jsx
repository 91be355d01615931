// A checkout on one page, made of nothing but what @boldcommerce/checkout-react-components exports, as its README has it.
import React, { useState } from 'react';
import ReactDOM from 'react-dom';
import {
  CheckoutProvider, PaymentIframe, useBreakdown, useCustomer, useDiscount, useErrors, useLineItems, usePaymentIframe, useShippingAddress, useShippingLines,
} from '@boldcommerce/checkout-react-components';

function Form({ name, fields, submit }) {
  const [said, say] = useState('');
  const send = async (event) => {
    event.preventDefault();
    say('');
    try {
      await submit(Object.fromEntries(new FormData(event.target)));
      say('saved');
    } catch (fault) {
      say(fault.body?.errors?.map((error) => `${error.field}: ${error.message}`).join(' ') ?? fault.message);
    }
  };
  return (
    <form aria-label={name} onSubmit={send}>
      {fields.map((field) => <label key={field}>{field}<input name={field} /></label>)}
      <button type="submit">Save {name}</button>
      <output>{said}</output>
    </form>
  );
}

const Customer = () => <Form name="customer" fields={['first_name', 'last_name', 'email_address']} submit={useCustomer().submitCustomer} />;

const Address = () => (
  <Form
    name="address"
    fields={['first_name', 'last_name', 'address_line_1', 'address_line_2', 'city', 'country_code', 'province_code', 'postal_code', 'phone_number', 'business_name']}
    submit={useShippingAddress(['address_line_1', 'city']).submitShippingAddress}
  />
);

const Discount = () => {
  const { applyDiscount } = useDiscount();
  return <Form name="discount" fields={['code']} submit={({ code }) => applyDiscount(code)} />;
};

function Shipping() {
  const { data, updateShippingLine } = useShippingLines();
  return (
    <fieldset>
      <legend>Shipping</legend>
      {data.shippingLines.map((line) => (
        <label key={line.id}>
          <input type="radio" name="shipping" checked={Number(line.id) === data.selectedShippingLineIndex} onChange={() => updateShippingLine(line.id)} />
          {line.description}
        </label>
      ))}
    </fieldset>
  );
}

function Items() {
  const { data, updateLineItemQuantity } = useLineItems();
  return (
    <ul>
      {data.map(({ product_data: item }) => (
        <li key={item.line_item_key}>
          {item.product_title} <span>× {item.quantity}</span>
          <button type="button" onClick={() => updateLineItemQuantity(item.line_item_key, item.quantity + 1)}>One more</button>
        </li>
      ))}
    </ul>
  );
}

function Total() {
  const { data } = useBreakdown();
  return <p id="total" data-status={data.orderStatus}>{data.total} of which {data.taxesTotal} taxes</p>;
}

function Confirm() {
  const { processPaymentIframe } = usePaymentIframe();
  const { data } = useErrors();
  const [state, setState] = useState('');
  const confirm = () => { setState('confirming'); processPaymentIframe().then(() => setState('placed'), () => setState('refused')); };
  return (
    <>
      <PaymentIframe className="payment" />
      <button type="button" disabled={state === 'confirming'} onClick={confirm}>Confirm</button>
      <output id="confirmed">{state}</output>
      <output id="errors">{JSON.stringify([data.order, data.paymentIframe].filter(Boolean))}</output>
    </>
  );
}

window.begin = ({ data, shop, url }) => ReactDOM.render(
  <CheckoutProvider
    apiBase={`${url}/checkout/storefront`}
    applicationState={data.application_state}
    initialData={data.initial_data}
    publicOrderId={data.public_order_id}
    token={data.jwt_token}
    storeIdentifier={shop}
  >
    <Items /><Customer /><Address /><Shipping /><Discount /><Total /><Confirm />
  </CheckoutProvider>,
  document.getElementById('app'),
);
