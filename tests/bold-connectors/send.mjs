// Sends the fixtures without PHP: the same bytes and headers, from Node.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';

const version = '2022-10-14';
const headers = {
  magento2: { 'User-Agent': 'Bold-Platform-Connector-M2', 'Bold-API-Version-Date': version },
  magento1: { 'Bold-API-Version-Date': version },
  page: {},
};

const send = (way, method, url, token, body) =>
  new Promise((done, failed) => {
    const { hostname, port } = new URL(url);
    const path = url.slice(url.indexOf('/', 'http://'.length));
    const sent = request({
      hostname, port, path, method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...headers[way], ...(body ? { 'Content-Length': Buffer.byteLength(body) } : {}) },
    }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => { text += part; });
      answer.on('end', () => done({ status: answer.statusCode, json: text ? JSON.parse(text) : null }));
    });
    sent.on('error', failed).end(body ?? undefined);
  });

function steps(file) {
  const all = [];
  let way = 'magento2';
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const step = all.at(-1);
    if (!line || line.startsWith('#')) continue;
    if (line.startsWith('@ ')) way = line.slice(2);
    else if (line.startsWith('== ')) all.push({ title: line.slice(3), way, expect: [] });
    else if (line.startsWith('-> ')) step.expect.push(line.slice(3));
    else if (step.method) step.body = line;
    else [step.method, step.path] = line.split(/ (.*)/);
  }
  return all;
}

const at = (answer, path) => path.split('.').reduce((value, part) => value?.[part], answer);

async function walk(step, known) {
  const fill = (text) => text?.replace(/%(\w+)%/g, (whole, name) => known[name] ?? whole);
  const token = step.way === 'page' ? known.jwt : known.token;
  const { status, json } = await send(step.way, step.method, `${process.env.CHECKOUT_URL}/${fill(step.path)}`, token, fill(step.body));
  for (const expected of step.expect) {
    const [, path, name] = /^(\S+) as (\w+)$/.exec(expected) ?? [];
    const [, read, value] = /^(\S+) = (.*)$/.exec(expected) ?? [];
    if (/^\d+$/.test(expected)) {
      if (status !== Number(expected)) return `status ${status}, not ${expected}: ${JSON.stringify(json)?.slice(0, 300)}`;
    } else if (path) {
      known[name] = at(json, path);
      if (known[name] == null) return `${path} is missing: ${JSON.stringify(json)?.slice(0, 300)}`;
    } else if (read) {
      const found = at(json, read);
      const text = typeof found === 'object' ? JSON.stringify(found) : String(found);
      if (text !== fill(value)) return `${read} is ${text}, not ${fill(value)}`;
    } else if (at(json, expected) == null) {
      return `${expected} is missing: ${JSON.stringify(json)?.slice(0, 300)}`;
    }
  }
  return null;
}

let passed = 0;
let failed = 0;
for (const file of process.argv.slice(2)) {
  const known = { token: process.env.CHECKOUT_TOKEN ?? 'demo-api-token', run: randomBytes(4).toString('hex') };
  console.log(readFileSync(file, 'utf8').split('\n', 1)[0]);
  for (const step of steps(file)) {
    const wrong = await walk(step, known);
    console.log(wrong ? `  NOT OK  ${step.title}: ${wrong}` : `  ok  ${step.title}`);
    if (wrong) failed += 1;
    else passed += 1;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
