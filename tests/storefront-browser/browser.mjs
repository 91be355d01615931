import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** Debian's Chromium, alone and offline. */
export async function launch() {
  const profile = mkdtempSync(join(tmpdir(), 'storefront-browser-'));
  const browser = await chromium.launch({
    executablePath: execFileSync('sh', ['-c', 'command -v chromium']).toString().trim(),
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    env: { ...process.env, HOME: profile },
  });
  return {
    browser,
    async close() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** A web server of its own, so an origin of its own, on the first of these ports that is free. */
export async function serve(folder, ports) {
  const types = { html: 'text/html', js: 'text/javascript' };
  const server = createServer((request, response) => {
    const [file] = request.url.slice(1).split('?');
    try {
      const content = readFileSync(join(folder, file));
      response.writeHead(200, { 'Content-Type': types[file.split('.').at(-1)] }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  for (const port of ports) {
    const listening = await new Promise((done) => {
      server.once('error', () => done(false));
      server.listen(port, '127.0.0.1', () => done(true));
    });
    if (listening) break;
  }
  if (!server.listening) throw new Error(`none of the ports ${ports.join(', ')} is free`);
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Everything that the page complains about: a test fails on it. */
export function complaints(page) {
  const heard = [];
  page.on('pageerror', (error) => heard.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && !/status of 4\d\d/.test(message.text()) && heard.push(message.text()));
  return heard;
}

export async function fillCard(frame, number, expiry = '12/34') {
  await frame.locator('#card-number').fill(number);
  await frame.locator('#card-expiry').fill(expiry);
  await frame.locator('#card-cvc').fill('123');
  await frame.locator('#card-name').fill('Alex Roy');
}
