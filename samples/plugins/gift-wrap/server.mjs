// A plugin in one file: it verifies who asks, and answers events with actions and overrides with data.
// CLIENT_SECRET is what the plugin was registered with; the port is printed when it listens.
import http from 'node:http';
import { pathToFileURL } from 'node:url';
import httpSignature from 'http-signature';
import { actionsFor } from './actions.mjs';

const limit = 1024 * 1024;

/** The server; http-signature also refuses a request whose date is more than 300 s off. */
export function createPlugin(secret, publicUrl = () => '', seen = []) {
  return http.createServer(async (request, response) => {
    const reply = (status, body) => {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    };
    try {
      if (request.method !== 'POST') return reply(405);
      const signature = httpSignature.parseRequest(request);
      if (!httpSignature.verifyHMAC(signature, secret)) return reply(401);
      const body = await read(request);
      const asked = JSON.parse(body);
      seen.push({ path: request.url, body: asked });
      if (request.url === '/checkout/event') return reply(200, { success: true, actions: actionsFor(asked, publicUrl()) });
      if (request.url === '/overrides/shipping') return reply(200, { name: 'Gift wrap post', rates: [{ line_text: 'Wrapped and tracked', value: 12.5, code: 'WRAP' }] });
      return reply(404);
    } catch (error) {
      return reply(error instanceof httpSignature.HttpSignatureError ? 401 : 400, { message: error.message });
    }
  });
}

async function read(request) {
  const parts = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > limit) throw new Error('The body is too long.');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { CLIENT_SECRET, PORT = '0', APP_URL } = process.env;
  if (!CLIENT_SECRET) throw new Error('CLIENT_SECRET is not set.');
  const server = createPlugin(CLIENT_SECRET, () => APP_URL ?? `http://127.0.0.1:${server.address().port}`);
  server.listen(Number(PORT), '127.0.0.1', () => console.log(`The plugin listens on http://127.0.0.1:${server.address().port}`));
}
