// What only the library up to 0.62 has: the payment page's address and its styles.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import older from 'checkout-frontend-library-0.62';
import { called } from './calls.mjs';
import { open } from './shop.mjs';

test('cssStylingPaymentIframe keeps the rules and the page wears them', async () => {
  await open({}, older);
  const styled = await called('cssStylingPaymentIframe', () => older.cssStylingPaymentIframe({
    css_rules: [{ cssText: '.field { color: rebeccapurple; }' }],
    media_rules: [{ conditionText: '(max-width: 500px)', cssRules: [{ cssText: '.field { color: teal; }' }] }],
  }));
  assert.equal(styled.success, true, JSON.stringify(styled.error));
  const { style_sheet: sheet } = styled.response.data;
  assert.equal(sheet.cssRules[0].cssText, '.field { color: rebeccapurple; }');
  assert.equal(sheet.mediaRules[0].conditionText, '(max-width: 500px)');
  const { text } = await page();
  assert.match(text, /rebeccapurple/);
});

test('getPaymentIframeUrl leads to a page with a card form', async () => {
  await open({}, older);
  const { status, type, text } = await page();
  assert.equal(status, 200);
  assert.match(type, /^text\/html/);
  for (const id of ['card-number', 'card-expiry', 'card-cvc', 'card-name', 'use-card']) assert.match(text, new RegExp(`id="${id}"`));
});

test('the payment page refuses a token that is none', async () => {
  await open({}, older);
  older.setJwtToken('garbage');
  const { status, type } = await page();
  assert.equal(status, 401);
  assert.match(type, /^text\/html/);
});

async function page() {
  const { response } = await called('getPaymentIframeUrl', () => older.getPaymentIframeUrl());
  const answer = await fetch(response.data.url);
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
}
