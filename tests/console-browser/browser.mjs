import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { credentials } from './shop.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const launch = () =>
  chromium.launch({
    executablePath: execFileSync('sh', ['-c', 'command -v chromium']).toString().trim(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** A tab that is signed in, and what it complains about: the policy's violations among it. */
export async function tab(browser, url, { width = 1280, height = 900, colorScheme = 'light' } = {}) {
  const context = await browser.newContext({ locale: 'en-CA', viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
  // Every wait is for a condition: only a failure takes so long.
  context.setDefaultTimeout(120_000);
  await context.addInitScript(keepToasts);
  const page = await context.newPage();
  page.heard = [];
  page.on('pageerror', (error) => page.heard.push(String(error)));
  page.on(
    'console',
    (message) => message.type() === 'error' && !/status of [45]\d\d/.test(message.text()) && page.heard.push(message.text()),
  );
  await page.goto(`${url}/console/`);
  await page.fill('[name=shop]', credentials.shop);
  await page.fill('[name=token]', credentials.token);
  await page.click('button[type=submit]');
  await page.locator('.shell').waitFor();
  return page;
}

/** In the page: what its toasts said, for one may be gone before anybody looks. */
function keepToasts() {
  window.toasts = [];
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) if (node.matches?.('.toast') && node.checkVisibility()) window.toasts.push(node.textContent);
  }).observe(document, { childList: true, subtree: true });
}

/** What axe-core finds, as text. */
export async function flaws(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  return violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.target.join(' ')} ${node.failureSummary}`));
}

/** How wide the page is where it should be no wider than its window. */
export const widthOf = (page) => page.evaluate(() => document.documentElement.scrollWidth);
