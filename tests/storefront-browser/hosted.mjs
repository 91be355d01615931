// What a shopper does on the hosted checkout.

/** The order's page, once it can be typed into. */
export async function open(context, order) {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(order.hosted_checkout_url);
  await page.locator('form[novalidate]').waitFor();
  return page;
}

export const button = (page) => page.locator('button[type=submit].main');
export const card = (page) => page.frameLocator('#card iframe');
export const alert = (page, text) => page.locator('[role=alert]', { hasText: text }).waitFor();
export const thanks = (page) => page.locator('h1', { hasText: 'Thank you' }).waitFor();

/** What was typed is the order's. */
export const saved = (page) => page.locator('form[novalidate]:not([data-saving])').waitFor();

export async function fillIn(page, { email = 'alex.roy@example.com' } = {}) {
  await page.fill('[name=email]', email);
  await page.fill('#delivery [name=first_name]', 'Alex');
  await page.fill('#delivery [name=last_name]', 'Roy');
  await page.fill('#delivery [name=address_line_1]', '50 Fultz Boulevard');
  await page.fill('#delivery [name=city]', 'Winnipeg');
  await page.selectOption('#delivery [name=province_code]', 'MB');
  await page.fill('#delivery [name=postal_code]', 'R3Y 0L6');
  await page.focus('[name=email]');
  await page.locator('#method input:checked').waitFor();
  // On a phone they are folded away.
  await page.locator('.totals', { hasText: 'GST' }).waitFor({ state: 'attached' });
  await saved(page);
}
