// What a month costs, from counts.json (what the product does) and prices.json (what Azure charges for it).
//   node docs/costs/estimate.mjs [--orders N] [--memory GB] [--sampling RATIO] [--always-ready N] [--alerts] [--private-network]
//   node docs/costs/estimate.mjs --write      puts the tables into docs/costs.md
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
export const counts = JSON.parse(readFileSync(join(here, "counts.json"), "utf8"));
export const prices = JSON.parse(readFileSync(join(here, "prices.json"), "utf8"));

const beyond = (used, free) => Math.max(0, used - free);
const sum = (list, of) => list.reduce((total, one) => total + of(one), 0);

/**
 * The lines of a month's bill, in the currency of the price file.
 * @param kind one of counts.orders; null for a month without orders
 * @param orders how many of them in the month
 * @param choice memoryGb, samplingRatio, alwaysReady (instances), alerts and privateNetwork (whether they are on)
 */
export function estimate(kind, orders, choice = {}, { counts: c, prices: p } = { counts, prices }) {
  const { memoryGb = c.memoryGb, samplingRatio = c.samplingRatio, alwaysReady = 0, alerts = false, privateNetwork = false } = choice;
  const seconds = c.hoursInMonth * 3600;
  const ofOrders = part => (kind ? (kind[part] ?? 0) * orders : 0);
  const ofPurge = part => (kind ? kind.purge[part] * orders : 0);
  const ofTimers = part => sum(c.timers, timer => timer[part] * timer.perMonth);

  const table = ofOrders("table") + ofPurge("table") + ofTimers("table");
  const queue = ofOrders("queue");
  const blob = ofPurge("blob") + ofTimers("blob");
  const executions = ofOrders("executions") + sum(c.timers, timer => timer.perMonth);
  const gbSeconds = (ofOrders("billedSeconds") + ofTimers("billedSeconds")) * memoryGb;
  const sentBytes = ofOrders("traceBytes") * samplingRatio + c.idle.metricBytesPerMinute * 60 * c.hoursInMonth;
  const ingestedGb = sentBytes / 1e9;
  const storedGb = ofOrders("storedBytes") / 1e9;

  const lines = {
    "Storage transactions of orders and timers":
      (table * p.storage.tablePer10000 + queue * p.storage.queuePer10000 + blob * p.storage.blobPer10000
        + ofTimers("blobWrite") * p.storage.blobWritePer10000) / 10_000,
    "Polling of an instance that waits":
      (seconds * (c.idle.queuePerSecond * p.storage.queuePer10000 + c.idle.blobPerSecond * p.storage.blobPer10000)) / 10_000,
    "Executions": (beyond(executions, p.functions.freeExecutions) * p.functions.executionsPer1000000) / 1_000_000,
    "Execution time": beyond(gbSeconds, p.functions.freeGbSeconds) * p.functions.gbSecond,
    "Telemetry": beyond(ingestedGb, p.logs.freeGb) * p.logs.gb,
    "Data kept, of this month's orders": storedGb * p.storage.tableGbMonth,
    "Always-ready instances": alwaysReady * memoryGb * seconds * p.functions.alwaysReadyGbSecond,
    "Alerts": alerts ? c.alerts.every5Minutes * p.logs.ruleEvery5Minutes + c.alerts.every15MinutesOrMore * p.logs.ruleEvery15MinutesOrMore : 0,
    "Private network": privateNetwork
      ? c.privateNetwork.endpoints * c.hoursInMonth * p.network.privateEndpointHour + c.privateNetwork.zones * p.network.dnsZoneMonth
      : 0,
  };
  return { lines, total: sum(Object.values(lines), amount => amount), used: { table, queue, blob, executions, gbSeconds, ingestedGb, storedGb } };
}

const money = amount => amount.toFixed(2);

/** A Markdown table of an idle month beside months with so many orders. */
export function tableOf(kind, amounts, choice) {
  const bills = [estimate(null, 0, choice), ...amounts.map(orders => estimate(kind, orders, choice))];
  const rows = Object.keys(bills[0].lines).filter(line => bills.some(bill => bill.lines[line] > 0));
  return [
    `| ${kind.name} | Idle month | ${amounts.map(orders => `${orders.toLocaleString("en-US")} orders`).join(" | ")} |`,
    `|---|${"--:|".repeat(bills.length)}`,
    ...rows.map(line => `| ${line} | ${bills.map(bill => money(bill.lines[line])).join(" | ")} |`),
    `| **In all, ${prices.currency}** | ${bills.map(bill => `**${money(bill.total)}**`).join(" | ")} |`,
  ].join("\n");
}

/** The page with the tables between its two markers made again. */
export function pageWithTables(page) {
  const [begin, end] = ["<!-- estimate -->\n", "<!-- /estimate -->"];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error("docs/costs.md lacks its markers.");
  const tables = counts.orders.map(kind => tableOf(kind, [1000, 1_000_000])).join("\n\n");
  return `${page.slice(0, from + begin.length)}\n${tables}\n\n${page.slice(to)}`;
}

function main() {
  const { values } = parseArgs({
    options: {
      orders: { type: "string" },
      memory: { type: "string" },
      sampling: { type: "string" },
      "always-ready": { type: "string" },
      alerts: { type: "boolean" },
      "private-network": { type: "boolean" },
      write: { type: "boolean" },
    },
  });
  const page = join(here, "..", "costs.md");
  if (values.write) return writeFileSync(page, pageWithTables(readFileSync(page, "utf8")));

  const number = (name, least) => {
    if (values[name] === undefined) return undefined;
    const given = Number(values[name]);
    if (!Number.isFinite(given) || given < least) throw new Error(`--${name} must be a number from ${least}.`);
    return given;
  };
  const choice = {
    memoryGb: number("memory", 0.5),
    samplingRatio: number("sampling", 0),
    alwaysReady: number("always-ready", 0),
    alerts: values.alerts,
    privateNetwork: values["private-network"],
  };
  const amounts = values.orders === undefined ? [1000, 1_000_000] : [number("orders", 0)];
  console.log(`Prices of ${prices.date}, ${prices.region}. ${prices.note}\n`);
  console.log(counts.orders.map(kind => tableOf(kind, amounts, choice)).join("\n\n"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
