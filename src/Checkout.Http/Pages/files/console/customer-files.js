// Customers as files: all of them in one, and those of one added or brought up to date.
import { element } from '../shared/element.js';
import { allRight, field, input } from '../shared/field.js';
import { toast } from '../shared/toast.js';

/** What one call takes. */
const MOST = 100;

/** A JSON array, the body of a call, or a line of JSON for each customer, as the export writes them; null of anything else. */
export function readCustomers(text) {
  const whole = parsed(text);
  const rows = Array.isArray(whole) ? whole : (whole?.customers ?? text.trim().split(/\r?\n/).map(parsed));
  return Array.isArray(rows) && rows.length > 0 && rows.every((row) => row && typeof row === 'object' && !Array.isArray(row)) ? rows : null;
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
  const file = field(w.file, input({ name: 'file', type: 'file', accept: '.json,.jsonl,application/json', required: true }), {
    check: (name) => (name === '' ? words.needed : rows ? null : w.unreadable),
  });
  file.control.addEventListener('change', async () => {
    const [chosen] = file.control.files;
    rows = chosen ? readCustomers(await chosen.text()) : null;
    if (chosen) file.validate();
    says.textContent = rows ? w.importSays(rows.length) : w.importHint;
  });
  const done = await app.dialog({
    title: w.importTitle,
    confirm: w.import,
    busy: w.importing,
    content: [file.box, says],
    validate: () => allRight(file),
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
