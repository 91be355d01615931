// Customers as files: all of them in one, and those of one added or brought up to date.
import { element } from '../shared/element.js';
import { allRight, field, input } from '../shared/field.js';
import { toast } from '../shared/toast.js';
import { readCsv } from './csv.js';

/** What one call takes. */
const MOST = 100;

const own = ['platform_id', 'first_name', 'last_name', 'email_address'];
const ofAddress = [
  'address_line_1',
  'address_line_2',
  'city',
  'province',
  'province_code',
  'country',
  'country_code',
  'postal_code',
  'business_name',
  'phone_number',
];

/**
 * A JSON array, the body of a call, a line of JSON for each customer, or CSV, the last two as the exports write them; null of
 * anything else.
 */
export function readCustomers(text) {
  const whole = parsed(text);
  const rows = Array.isArray(whole) ? whole : (whole?.customers ?? (/^\s*\{/.test(text) ? text.trim().split(/\r?\n/).map(parsed) : table(text)));
  return Array.isArray(rows) && rows.length > 0 && rows.every((row) => row && typeof row === 'object' && !Array.isArray(row)) ? rows : null;
}

const table = (text) => readCsv(text)?.map((row) => row && ('email_address' in row || 'platform_id' in row) && customerOf(row));

/** What a row says of a customer; an empty cell says nothing. */
function customerOf(row) {
  const some = (names) => Object.fromEntries(names.filter((name) => row[name]).map((name) => [name, row[name]]));
  const address = some(ofAddress);
  return {
    ...some(own),
    ...(row.accepts_marketing ? { accepts_marketing: row.accepts_marketing.toLowerCase() === 'true' } : {}),
    ...(Object.keys(address).length > 0 ? { default_address: address } : {}),
  };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export async function exportCustomers({ api, explain }) {
  try {
    const address = URL.createObjectURL(await api.file(api.ofShop('/customers/export?format=csv')));
    element('a', { href: address, download: `customers-${api.shop}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  } catch (error) {
    toast(explain(error));
  }
}

export async function importCustomers(app) {
  const { api, words } = app;
  const w = words.customers;
  const says = element('p', { className: 'quiet', role: 'status' }, w.importHint);
  let rows = null;
  const file = field(w.file, input({ name: 'file', type: 'file', accept: '.csv,.json,.jsonl,text/csv,application/json', required: true }), {
    check: (name) => (name === '' ? words.needed : rows ? null : w.unreadable),
  });
  let reading = null;
  const choose = async ([chosen]) => {
    rows = chosen ? readCustomers(await chosen.text().catch(() => '')) : null;
    if (chosen) file.validate();
    says.textContent = rows ? w.importSays(rows.length) : w.importHint;
  };
  file.control.addEventListener('change', () => {
    reading = choose(file.control.files);
  });
  const done = await app.dialog({
    title: w.importTitle,
    confirm: w.import,
    busy: w.importing,
    content: [file.box, says],
    async validate() {
      await reading;
      return allRight(file);
    },
    // Every call may be repeated: who is known is brought up to date.
    async run() {
      const total = { created: 0, updated: 0 };
      for (let from = 0; from < rows.length; from += MOST) {
        const some = await api.postOnce(api.ofShop('/customers/import'), { customers: rows.slice(from, from + MOST) });
        total.created += some.created;
        total.updated += some.updated;
      }
      return total;
    },
  }).closed;
  if (done === null) return;
  toast(w.imported(done.created, done.updated));
  await app.refresh();
}
