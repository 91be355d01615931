// How the hosted checkout looks at each of its steps: clean to axe-core in light and dark, and no wider than a small phone.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { flaws } from './axe.mjs';
import { init } from './backend.mjs';
import { fillCard, launch } from './browser.mjs';
import { alert, button, card, fillIn, open, thanks } from './hosted.mjs';

const laptop = { width: 1280, height: 900 };
const smallPhone = { width: 320, height: 640 };

let chromium;

before(async () => { chromium = await launch(); });
after(() => chromium?.close());

const longName = 'Wilhelmina-Alexandra';

/** Each goes on where the one before it stopped. */
const steps = {
  'as it opens': () => {},
  'with what is missing named': async (page) => {
    await button(page).click();
    await page.locator('[name=email][aria-invalid=true]').waitFor();
  },
  'filled in': async (page) => {
    await fillIn(page);
    await page.fill('#delivery [name=first_name]', longName);
    await page.focus('[name=email]');
  },
  'with a card that is none': async (page) => {
    await fillCard(card(page), '4242424242424241');
    await button(page).click();
    await card(page).locator('#card-number-error').waitFor();
    await page.locator('button.main:not([aria-disabled])').waitFor();
  },
  'with a card that is declined': async (page) => {
    await fillCard(card(page), '4000000000000002');
    await button(page).click();
    await alert(page, /declin/i);
  },
  'with a code': async (page) => {
    await page.fill('[name=code]', 'CHOPCHOP');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove CHOPCHOP' }).waitFor({ state: 'attached' });
  },
  'while the bank asks': async (page) => {
    await fillCard(card(page), '4000002500003155');
    await button(page).click();
    await card(page).getByRole('button', { name: 'Confirm' }).waitFor();
  },
  'placed': async (page) => {
    await card(page).getByRole('button', { name: 'Confirm' }).click();
    await thanks(page);
  },
};

describe('the hosted checkout', () => {
  for (const colorScheme of ['light', 'dark'])
    test(`is clean to axe-core and fits 320 pixels at every step, ${colorScheme}`, async () => {
      const context = await chromium.browser.newContext({ locale: 'en-CA', colorScheme, viewport: laptop, reducedMotion: 'reduce' });
      try {
        const page = await open(context, await init());
        await card(page).locator('#card-number').waitFor();
        for (const [name, take] of Object.entries(steps)) {
          await take(page);
          assert.deepEqual(await flaws(page), [], name);
          await page.setViewportSize(smallPhone);
          // What the fold hides is part of the page too.
          const fold = page.locator('.summary > button');
          await fold.click();
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), smallPhone.width, name);
          assert.deepEqual(await flaws(page), [], `${name}, on a small phone`);
          await fold.click();
          await page.setViewportSize(laptop);
        }
      } finally {
        await context.close();
      }
    });
});

if (process.env.UPDATE_SCREENSHOT) test('takes the pictures of the README', takePictures);

async function takePictures() {
  for (const [name, look] of [
    ['checkout-desktop', { viewport: { width: 1280, height: 1000 } }],
    ['checkout-phone', { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true }],
  ]) {
    const context = await chromium.browser.newContext({ locale: 'en-CA', reducedMotion: 'reduce', ...look });
    const items = [['WALNUT_BOARD', 1], ['KNIFE_SET_4', 1], ['OAK_GRATER_SM', 2]];
    const page = await open(context, await init({ cart_items: items.map(([sku, quantity], i) => ({ sku, quantity, line_item_key: `line-${i}` })) }));
    await fillIn(page);
    await fillCard(card(page), '4242424242424242');
    await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: fileURLToPath(new URL(`../../docs/images/${name}.png`, import.meta.url)) });
    await context.close();
  }
}
